package org.sekisho.domain.assurance.engagement;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.NetworkRange;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;

/**
 * One audit. It is scheduled ahead of time from the agreement's audit clause; the owner settles its terms and appoints a firm and
 * its {@link AuditTeam}, whose members declare their independence. Once that is accepted the fieldwork begins, and only then do the
 * auditors read anything, within scope and period. They report, and close it with a conclusion, which ends their reach.
 */
@Entity
@Table(name = "engagement")
public class Engagement {

    /** The word for it in the trail. */
    public static final String KIND = "engagement";
    /** The most characters of a number. */
    public static final int NUMBER_LIMIT = 40;
    /** The most networks that are approved for an engagement. */
    public static final int NETWORKS_LIMIT = 20;

    private static final String BETWEEN_NETWORKS = ",";

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "agreement_id", updatable = false)
    private @Nullable UUID agreement;

    @Column(name = "number", nullable = false, updatable = false)
    private String number;

    @Column(name = "owner_id", nullable = false, updatable = false)
    private UUID owner;

    @Embedded
    private SettledTerms terms;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "engagement_section", joinColumns = @JoinColumn(name = "engagement_id"))
    @Enumerated(EnumType.STRING)
    @Column(name = "section", nullable = false)
    private Set<EvidenceSection> sections = new HashSet<>();

    @Column(name = "most_consecutive", nullable = false)
    private int mostConsecutive;

    @Column(name = "declaration_months", nullable = false)
    private int declarationMonths;

    @Column(name = "firm_id")
    private @Nullable UUID firm;

    @OneToMany(mappedBy = "engagement", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @OrderBy("assignedAt")
    private List<TeamMember> members = new ArrayList<>();

    @OneToMany(mappedBy = "engagement", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @OrderBy("declaredAt")
    private List<IndependenceDeclaration> declarations = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private EngagementState state;

    @Column(name = "catalogue_version", nullable = false, updatable = false)
    private int catalogueVersion;

    @Column(name = "auditor_networks", nullable = false)
    private String networks = "";

    @Column(name = "scheduled_at", nullable = false, updatable = false)
    private Instant scheduledAt;

    @Column(name = "fieldwork_at")
    private @Nullable Instant fieldworkAt;

    @Column(name = "reporting_at")
    private @Nullable Instant reportingAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by_person_id")
    private @Nullable UUID closedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "conclusion")
    private @Nullable Conclusion conclusion;

    @SuppressWarnings("NullAway")
    protected Engagement() {}

    /**
     * Schedules an engagement.
     *
     * @param agreement the agreement that is audited; empty where an organisation is audited on its own account
     * @param number unique within the agreement: {@link EngagementNumber}
     * @param commission by whom it is commissioned and of whom: a fitting one of the terms' responsible party
     * @param catalogueVersion the version of the catalogue of controls that it goes by, to its end
     */
    public Engagement(
            Optional<UUID> agreement,
            String number,
            Commission commission,
            EngagementTerms terms,
            IndependenceRules rules,
            int catalogueVersion,
            Instant now) {
        this.id = Ids.next();
        this.agreement = agreement.orElse(null);
        this.number = Checks.requireText(number, "number", NUMBER_LIMIT);
        this.owner = commission.owner();
        requireFitting(commission, terms);
        this.terms = new SettledTerms(terms);
        this.sections.addAll(terms.sections());
        this.mostConsecutive = rules.mostConsecutive();
        this.declarationMonths = rules.declarationMonths();
        this.catalogueVersion = catalogueVersion;
        this.state = EngagementState.SCHEDULED;
        this.scheduledAt = now;
    }

    /** What its creation is in the trail. */
    public DomainEvent scheduled() {
        return withTerms(event("engagement.scheduled")
                .with("agreement", agreement)
                .with("number", number)
                .with("catalogue", catalogueVersion));
    }

    /**
     * Settles the terms anew; by the owner, before the fieldwork begins.
     *
     * @param commission the owner's of whoever is audited by these terms
     */
    public DomainEvent settle(Actor actor, EngagementTerms settled, Commission commission) {
        requireOwner(actor);
        requireScheduled();
        requireFitting(commission, settled);
        terms = new SettledTerms(settled);
        sections.retainAll(settled.sections());
        sections.addAll(settled.sections());
        return withTerms(event("engagement.terms-settled"));
    }

    /** Appoints the audit firm; by the owner, before the fieldwork begins and while nobody is on the team. */
    public DomainEvent appoint(Actor actor, Appointment appointment) {
        requireOwner(actor);
        requireScheduled();
        Checks.check(members.stream().noneMatch(TeamMember::isCurrent), AssuranceError.TEAM_STANDS);
        appointment.check(terms().responsibleParty(), rules());
        firm = appointment.firm();
        return event("engagement.firm-appointed")
                .with("firm", firm)
                .with("inARow", appointment.inARow())
                .build();
    }

    /**
     * Approves the networks of the auditors' environment, in place of those before; by the owner, until the engagement is closed.
     *
     * @param approved at most {@value #NETWORKS_LIMIT}; with none, packs are downloaded from anywhere
     */
    public DomainEvent approveNetworks(Actor actor, List<NetworkRange> approved) {
        requireOwner(actor);
        Checks.check(state != EngagementState.CLOSED, AssuranceError.ENGAGEMENT_CLOSED);
        Checks.check(
                approved.size() <= NETWORKS_LIMIT, AssuranceError.NETWORKS_TOO_MANY, Map.of("most", NETWORKS_LIMIT));
        List<String> ranges =
                approved.stream().map(NetworkRange::cidr).distinct().toList();
        networks = String.join(BETWEEN_NETWORKS, ranges);
        return event("engagement.networks-approved").with("networks", ranges).build();
    }

    /** Refuses whoever asks for a pack from elsewhere than the approved networks, where there are any. */
    public void requireApprovedNetwork(String address) {
        List<NetworkRange> approved = networks();
        Checks.check(
                approved.isEmpty() || approved.stream().anyMatch(range -> range.contains(address)),
                AssuranceError.OUTSIDE_APPROVED_NETWORKS,
                Map.of("address", address));
    }

    /** The team, and what is done with it. */
    public AuditTeam team() {
        return new AuditTeam(this, members, declarations);
    }

    /** Begins the fieldwork; by the owner or an auditor of the team, not before the period does. */
    public DomainEvent beginFieldwork(Actor actor, Instant now) {
        Checks.check(actor.isOf(owner) || team().has(actor), AssuranceError.OWNER_OR_TEAM_ONLY);
        state.requireBecomes(EngagementState.FIELDWORK, AssuranceError.ENGAGEMENT_STATE);
        Checks.check(terms().areComplete(), AssuranceError.TERMS_INCOMPLETE);
        LocalDate today = Days.of(now);
        Checks.check(!today.isBefore(terms().period().first()), AssuranceError.PERIOD_NOT_BEGUN);
        team().requireIndependent(today);
        state = EngagementState.FIELDWORK;
        fieldworkAt = now;
        return event("engagement.fieldwork-begun").build();
    }

    /** Ends the fieldwork and begins the report; by an independent auditor of the team. */
    public DomainEvent beginReporting(Actor actor, Instant now) {
        state.requireBecomes(EngagementState.REPORTING, AssuranceError.ENGAGEMENT_STATE);
        requireAuditor(actor, now);
        state = EngagementState.REPORTING;
        reportingAt = now;
        return event("engagement.reporting-begun").build();
    }

    /**
     * Closes it; by an independent auditor of the team, once the period is over and every finding is settled.
     *
     * @param unsettled how many findings wait for the check of their facts, or for a response whose day hasn't passed
     */
    public DomainEvent close(Actor actor, Conclusion reached, int unsettled, Instant now) {
        state.requireBecomes(EngagementState.CLOSED, AssuranceError.ENGAGEMENT_STATE);
        requireAuditor(actor, now);
        Checks.check(Days.of(now).isAfter(terms().period().last()), AssuranceError.PERIOD_NOT_OVER);
        Checks.check(reached.fits(terms().level()), AssuranceError.CONCLUSION_AGAINST_LEVEL);
        Checks.check(unsettled == 0, AssuranceError.FINDINGS_UNSETTLED, Map.of("count", unsettled));
        state = EngagementState.CLOSED;
        conclusion = reached;
        closedAt = now;
        closedBy = actor.requirePerson();
        return event("engagement.closed").with("conclusion", reached).build();
    }

    /** Whether this actor may see who viewed what: the owner at once, the audited organisation after the close. */
    public boolean opensAccessLogTo(Actor actor) {
        return actor.isOf(owner) || (state == EngagementState.CLOSED && actor.isOf(terms().responsibleParty()));
    }

    /** Refuses whoever isn't an independent auditor of the team while the engagement is open to auditors. */
    public void requireAuditor(Actor actor, Instant now) {
        AuditorScope.decide(actor, this, now).requirePermitted();
    }

    void requireOwner(Actor actor) {
        Checks.check(actor.isOf(owner), AssuranceError.OWNER_ONLY);
    }

    private void requireFitting(Commission commission, EngagementTerms settled) {
        commission.check(settled.responsibleParty());
        if (agreement == null) {
            settled.requireStandingAlone();
        }
    }

    private void requireScheduled() {
        Checks.check(state == EngagementState.SCHEDULED, AssuranceError.TERMS_FIXED);
    }

    DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id);
    }

    private DomainEvent withTerms(DomainEvent.Builder event) {
        EngagementTerms settled = terms();
        return event.with("standard", settled.standard())
                .with("level", settled.level())
                .with("responsibleParty", settled.responsibleParty())
                .with("periodFirst", settled.period().first())
                .with("periodLast", settled.period().last())
                .with("sections", settled.sections().stream().map(Enum::name).toList())
                .with("reportDue", settled.reportDue())
                .build();
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int rowVersion() {
        return rowVersion;
    }

    /** Empty where an organisation is audited on its own account. */
    public Optional<UUID> agreement() {
        return Optional.ofNullable(agreement);
    }

    public String number() {
        return number;
    }

    /** The organisation that commissioned it. */
    public UUID owner() {
        return owner;
    }

    public EngagementTerms terms() {
        return terms.with(sections);
    }

    /** From which packs are downloaded; from anywhere where it is empty. */
    public List<NetworkRange> networks() {
        return networks.isEmpty()
                ? List.of()
                : Arrays.stream(networks.split(BETWEEN_NETWORKS))
                        .map(NetworkRange::new)
                        .toList();
    }

    public IndependenceRules rules() {
        return new IndependenceRules(mostConsecutive, declarationMonths);
    }

    /** The audit firm, once appointed. */
    public Optional<UUID> firm() {
        return Optional.ofNullable(firm);
    }

    /** The audit firm, where there has to be one. */
    UUID requireFirm() {
        return firm().orElseThrow(() -> new Refusal(AssuranceError.FIRM_MISSING));
    }

    /** The version of the catalogue of controls that it goes by. */
    public int catalogueVersion() {
        return catalogueVersion;
    }

    public EngagementState state() {
        return state;
    }

    public Instant scheduledAt() {
        return scheduledAt;
    }

    public Optional<Instant> fieldworkAt() {
        return Optional.ofNullable(fieldworkAt);
    }

    public Optional<Instant> reportingAt() {
        return Optional.ofNullable(reportingAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** The auditor who closed it. */
    public Optional<UUID> closedBy() {
        return Optional.ofNullable(closedBy);
    }

    public Optional<Conclusion> conclusion() {
        return Optional.ofNullable(conclusion);
    }
}
