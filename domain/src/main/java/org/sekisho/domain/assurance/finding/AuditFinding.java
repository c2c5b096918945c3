package org.sekisho.domain.assurance.finding;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.control.Control;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * What an audit found. The auditors write it, the audited organisation checks the facts, and once these stand, by its word or by the
 * auditors' after it contested or kept silent, management responds and plans corrective actions. What it says stands apart, sealed,
 * by revision; nothing that was shown changes without a check of its own.
 */
@Entity
@Table(name = "audit_finding")
public class AuditFinding {

    /** The word for it in the trail. */
    public static final String KIND = "audit-finding";

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "engagement_id", nullable = false, updatable = false)
    private UUID engagement;

    @Column(name = "agreement_id", updatable = false)
    private @Nullable UUID agreement;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(name = "section", nullable = false, updatable = false)
    private EvidenceSection section;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "audit_finding_control", joinColumns = @JoinColumn(name = "finding_id"))
    @Column(name = "control_id", nullable = false)
    private Set<String> controls = new HashSet<>();

    @Enumerated(EnumType.STRING)
    @Column(name = "severity", nullable = false)
    private FindingSeverity severity;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private FindingState state;

    @Column(name = "revision", nullable = false)
    private int revision;

    @Column(name = "checked_revision", nullable = false)
    private int checkedRevision;

    @Column(name = "facts_due")
    private @Nullable LocalDate factsDue;

    @Column(name = "response_due")
    private @Nullable LocalDate responseDue;

    @Column(name = "remedy_due")
    private @Nullable LocalDate remedyDue;

    @Enumerated(EnumType.STRING)
    @Column(name = "position")
    private @Nullable Position position;

    @Column(name = "raised_by_person_id", nullable = false, updatable = false)
    private UUID raisedBy;

    @Column(name = "raised_at", nullable = false, updatable = false)
    private Instant raisedAt;

    @Column(name = "shown_at")
    private @Nullable Instant shownAt;

    @Column(name = "established_at")
    private @Nullable Instant establishedAt;

    @Column(name = "responded_at")
    private @Nullable Instant respondedAt;

    @Column(name = "responded_by_person_id")
    private @Nullable UUID respondedBy;

    @SuppressWarnings("NullAway")
    protected AuditFinding() {}

    /**
     * Writes a finding down; by an independent auditor of the engagement. Nobody else sees it yet.
     *
     * @param number the next free number in the engagement, from 1
     * @param section within the engagement's scope
     * @param controls that it concerns; none where it stands for its section
     */
    public AuditFinding(
            Actor actor,
            Engagement engagement,
            int number,
            EvidenceSection section,
            FindingSeverity severity,
            NamedControls controls,
            Instant now) {
        engagement.requireAuditor(actor, now);
        Checks.require(section, "section");
        Checks.check(engagement.terms().sections().contains(section), AssuranceError.SECTION_OUT_OF_SCOPE);
        this.id = Ids.next();
        this.engagement = engagement.id();
        this.agreement = engagement.agreement().orElse(null);
        this.organisation = engagement.terms().responsibleParty();
        this.number = number;
        this.section = section;
        this.severity = Checks.require(severity, "severity");
        this.controls.addAll(controls.ids());
        this.state = FindingState.DRAFT;
        this.revision = 1;
        this.raisedBy = actor.requirePerson();
        this.raisedAt = now;
    }

    /** What its creation is in the trail. */
    public DomainEvent raised() {
        return event("audit-finding.raised")
                .with("number", number)
                .with("section", section)
                .with("severity", severity)
                .with("controls", named())
                .build();
    }

    /**
     * Takes another wording, weight and other controls, as a revision of its own; by an auditor, before it is shown or once it is
     * contested.
     */
    public DomainEvent revise(
            Actor actor, Engagement of, FindingSeverity weight, NamedControls concerned, Instant now) {
        requireAuditor(actor, of, now);
        Checks.check(
                state.isRevisable(), AssuranceError.FINDING_STATE, Map.of("state", state.name(), "next", state.name()));
        severity = Checks.require(weight, "severity");
        controls.retainAll(concerned.ids());
        controls.addAll(concerned.ids());
        revision++;
        return event("audit-finding.revised")
                .with("revision", revision)
                .with("severity", severity)
                .with("controls", named())
                .build();
    }

    /** Shows it to the audited organisation, which checks the facts; by an auditor. What was contested has to be revised first. */
    public DomainEvent submit(Actor actor, Engagement of, FindingDays days, Instant now) {
        requireAuditor(actor, of, now);
        become(FindingState.FACT_CHECK, () -> {
            Checks.check(revision > checkedRevision, AssuranceError.FINDING_NOT_REVISED);
            Checks.check(!days.facts().isBefore(Days.of(now)), AssuranceError.FINDING_DUE_PAST);
        });
        checkedRevision = revision;
        factsDue = days.facts();
        responseDue = days.response();
        remedyDue = days.remedy();
        shownAt = shownAt().orElse(now);
        return event("audit-finding.submitted")
                .with("revision", revision)
                .with("severity", severity)
                .with("factsDue", days.facts())
                .with("responseDue", days.response())
                .with("remedyDue", days.remedy())
                .build();
    }

    /** The facts are right; by the audited organisation. */
    public DomainEvent confirm(Actor actor, Engagement of, Instant now) {
        requireAudited(actor, of);
        Checks.check(
                state == FindingState.FACT_CHECK, AssuranceError.FINDING_STATE, parameters(FindingState.ESTABLISHED));
        establish(now);
        return event("audit-finding.confirmed").with("revision", revision).build();
    }

    /** The facts aren't right; by the audited organisation, which says why in a statement. */
    public DomainEvent contest(Actor actor, Engagement of) {
        requireAudited(actor, of);
        become(FindingState.CONTESTED, () -> {});
        return event("audit-finding.contested").with("revision", revision).build();
    }

    /**
     * The facts stand although the organisation contests them, or said nothing until its day had passed; by an auditor, with a
     * statement. What the auditors have begun to revise they submit instead.
     */
    public DomainEvent maintain(Actor actor, Engagement of, Instant now) {
        requireAuditor(actor, of, now);
        become(FindingState.ESTABLISHED, () -> {
            Checks.check(revision == checkedRevision, AssuranceError.FINDING_REVISED);
            Checks.check(
                    state == FindingState.CONTESTED
                            || Days.of(now).isAfter(requireDays().facts()),
                    AssuranceError.FACT_CHECK_RUNS,
                    Map.of("day", requireDays().facts()));
        });
        establish(now);
        return event("audit-finding.maintained").with("revision", revision).build();
    }

    /** Takes it back before the facts stand; by an auditor, with a statement. */
    public DomainEvent withdraw(Actor actor, Engagement of, Instant now) {
        requireAuditor(actor, of, now);
        become(FindingState.WITHDRAWN, () -> {});
        return event("audit-finding.withdrawn").build();
    }

    /** Management's response; by the audited organisation, with a statement, once. */
    public DomainEvent respond(Actor actor, Engagement of, Position taken, Instant now) {
        requireAudited(actor, of);
        Checks.require(taken, "position");
        become(FindingState.RESPONDED, () -> {});
        position = taken;
        respondedAt = now;
        respondedBy = actor.requirePerson();
        return event("audit-finding.responded").with("position", taken).build();
    }

    /** Whether it no longer holds up the closing of its audit: the facts stand, and management responded or let its day pass. */
    public boolean isSettled(LocalDate today) {
        return switch (state) {
            case RESPONDED, WITHDRAWN -> true;
            case ESTABLISHED -> today.isAfter(requireDays().response());
            case DRAFT, FACT_CHECK, CONTESTED -> false;
        };
    }

    /** Whether it is about this control: one that it names, or, where it names none, one that its section shows. */
    public boolean concerns(Control control) {
        return controls.isEmpty() ? control.sections().contains(section) : controls.contains(control.id());
    }

    private List<String> named() {
        return List.copyOf(controls());
    }

    private void establish(Instant now) {
        state = FindingState.ESTABLISHED;
        establishedAt = now;
    }

    private void become(FindingState next, Runnable more) {
        state.requireBecomes(next, AssuranceError.FINDING_STATE);
        more.run();
        state = next;
    }

    private Map<String, String> parameters(FindingState next) {
        return Map.of("state", state.name(), "next", next.name());
    }

    private void requireAuditor(Actor actor, Engagement of, Instant now) {
        requireOf(of);
        of.requireAuditor(actor, now);
    }

    private void requireAudited(Actor actor, Engagement of) {
        requireOf(of);
        Checks.check(actor.isOf(organisation), AssuranceError.AUDITED_ONLY);
        Checks.check(of.state() != EngagementState.CLOSED || state.isEstablished(), AssuranceError.ENGAGEMENT_CLOSED);
    }

    private void requireOf(Engagement of) {
        if (!of.id().equals(engagement)) {
            throw new IllegalArgumentException("Another engagement's finding: " + id);
        }
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id).with("engagement", engagement);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int rowVersion() {
        return rowVersion;
    }

    public UUID engagement() {
        return engagement;
    }

    /** Empty where an organisation is audited on its own account. */
    public Optional<UUID> agreement() {
        return Optional.ofNullable(agreement);
    }

    /** The audited organisation. */
    public UUID organisation() {
        return organisation;
    }

    /** From 1 within the engagement; people say F-3. */
    public int number() {
        return number;
    }

    public EvidenceSection section() {
        return section;
    }

    /** The ids of the controls that it concerns, sorted; none where it stands for its section. */
    public SortedSet<String> controls() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(controls));
    }

    public FindingSeverity severity() {
        return severity;
    }

    public FindingState state() {
        return state;
    }

    /** From 1; what it says is kept by revision. */
    public int revision() {
        return revision;
    }

    /** The revision whose facts the organisation was asked to check last; 0 before it was shown. */
    public int checkedRevision() {
        return checkedRevision;
    }

    /** Its last days, once it was shown. */
    public Optional<FindingDays> days() {
        return factsDue == null
                ? Optional.empty()
                : Optional.of(new FindingDays(
                        factsDue, Objects.requireNonNull(responseDue), Objects.requireNonNull(remedyDue)));
    }

    /** Its last days, which there are since it was shown. */
    FindingDays requireDays() {
        return days().orElseThrow(() -> new IllegalStateException("Shown without days: " + id));
    }

    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    public UUID raisedBy() {
        return raisedBy;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    /** When the audited organisation saw it first. */
    public Optional<Instant> shownAt() {
        return Optional.ofNullable(shownAt);
    }

    /** Since when the facts stand. */
    public Optional<Instant> establishedAt() {
        return Optional.ofNullable(establishedAt);
    }

    public Optional<Instant> respondedAt() {
        return Optional.ofNullable(respondedAt);
    }

    public Optional<UUID> respondedBy() {
        return Optional.ofNullable(respondedBy);
    }
}
