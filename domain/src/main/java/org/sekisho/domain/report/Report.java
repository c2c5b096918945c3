package org.sekisho.domain.report;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * One finding of an institution. Received, it is triaged, reviewed by the stages of the agreement's review clause, remedied, verified and
 * closed; {@link ReportFlow} takes it along that way. What it says changes only by a new {@link Revision}, and an approval covers one revision:
 * whatever changes the report afterwards sends it back to the triage, without the approval.
 */
@Entity
@Table(name = "report")
public class Report {

    /** The word for it in the trail. */
    public static final String KIND = "report";

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreement;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "origin_id", updatable = false)
    private @Nullable UUID origin;

    @Enumerated(EnumType.STRING)
    @Column(name = "label", nullable = false)
    private Tlp label;

    @Enumerated(EnumType.STRING)
    @Column(name = "tier", nullable = false)
    private RiskTier tier;

    @Embedded
    private Standing standing;

    @Column(name = "received_at", nullable = false, updatable = false)
    private Instant receivedAt;

    @OneToMany(mappedBy = "report", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("number")
    private List<Revision> revisions = new ArrayList<>();

    @Column(name = "current_revision_id", nullable = false)
    private UUID currentRevision;

    @Column(name = "authority_reads_since")
    private @Nullable Instant authorityReadsSince;

    @Column(name = "provider_id")
    private @Nullable UUID provider;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "report_marker", joinColumns = @JoinColumn(name = "report_id"))
    private Set<ReportMarker> markers = new HashSet<>();

    @OneToMany(mappedBy = "report", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("madeAt")
    private List<TierChange> tierChanges = new ArrayList<>();

    @OneToMany(mappedBy = "report", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("takenAt")
    private List<ReportStep> steps = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected Report() {}

    /** @param author who wrote it or had it imported */
    public Report(NewReport start, ReportContent content, Actor author, Instant now) {
        this.id = Ids.next();
        this.organisation = start.organisation();
        this.agreement = start.agreement();
        this.number = start.number();
        this.origin = start.origin().orElse(null);
        this.label = start.label();
        this.tier = start.tier();
        this.standing = new Standing(now);
        this.receivedAt = now;
        Revision first = new Revision(this, 1, author, content, now);
        this.revisions.add(first);
        this.currentRevision = first.id();
        this.markers.addAll(ReportMarker.of(organisation, content));
        this.steps.add(new ReportStep(this, state(), author, now));
    }

    /** What its arrival is in the trail. */
    public DomainEvent received() {
        return event("report.received")
                .with("tier", tier)
                .with("label", label)
                .with("revision", current().sha256())
                .build();
    }

    /**
     * Writes a new revision. It isn't covered by what was voted or approved before, so that the report goes back to the triage.
     *
     * @param actor somebody who works on it for the institution
     * @param readHash the revision that the author changed
     */
    public Revision revise(Actor actor, String readHash, ReportContent content, Instant now) {
        flow().requireWorker(actor);
        requireCurrent(readHash);
        boolean open = state() == ReportState.RECEIVED || state() == ReportState.TRIAGE;
        Checks.check(open || flow().canFallBack(), ReportError.CONTENT_FIXED, Map.of("state", state()));
        Revision revision = new Revision(this, current().number() + 1, actor, content, now);
        Checks.check(!revision.sha256().equals(readHash), ReportError.NOTHING_CHANGED);
        revisions.add(revision);
        currentRevision = revision.id();
        Set<ReportMarker> found = ReportMarker.of(organisation, content);
        markers.retainAll(found);
        markers.addAll(found);
        if (!open) {
            flow().fallBack(actor, now);
        }
        return revision;
    }

    /** What the newest revision is in the trail. */
    public DomainEvent revised() {
        return event("report.revised")
                .with("number", current().number())
                .with("revision", current().sha256())
                .build();
    }

    /** Marks how far it may be passed on; by somebody who works on it for the institution. */
    public DomainEvent label(Actor actor, Tlp marked) {
        flow().requireWorker(actor);
        label = Checks.require(marked, "label");
        return event("report.labelled").with("label", label).build();
    }

    /** The way from its arrival to its close. */
    public ReportFlow flow() {
        return new ReportFlow(this);
    }

    /** Its risk tier, and how that changes. */
    public Tiers tiers() {
        return new Tiers(this, tierChanges);
    }

    /** Refuses whoever doesn't work on it for the institution. */
    public void requireWorker(Actor actor) {
        flow().requireWorker(actor);
    }

    /** Refuses whoever read another revision than the present one. */
    public void requireCurrent(String readHash) {
        Checks.check(current().sha256().equals(readHash), ReportError.REVISION_CHANGED);
    }

    /** From now on designated authorities read it: their stage began, or a measure was ordered that they are told of. */
    public void showToAuthority(Instant now) {
        if (authorityReadsSince == null) {
            authorityReadsSince = now;
        }
    }

    /** From now on the model's provider reads it: its stage began. */
    public void showToProvider(UUID organisationOfProvider) {
        provider = organisationOfProvider;
    }

    void moveTier(RiskTier to, Actor actor, Instant now) {
        boolean raised = to.compareTo(tier) < 0;
        tier = to;
        if (raised && flow().canFallBack()) {
            flow().fallBack(actor, now);
        }
    }

    ReportStep move(ReportState to, Actor actor, Instant now) {
        standing.move(to, now);
        ReportStep step = new ReportStep(this, to, actor, now);
        steps.add(step);
        return step;
    }

    DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id).with("organisation", organisation).with("agreement", agreement);
    }

    public UUID id() {
        return id;
    }

    /** The institution that owns it. */
    public UUID organisation() {
        return organisation;
    }

    public UUID agreement() {
        return agreement;
    }

    /** Within its organisation. */
    public int number() {
        return number;
    }

    public Optional<UUID> origin() {
        return Optional.ofNullable(origin);
    }

    public Tlp label() {
        return label;
    }

    public RiskTier tier() {
        return tier;
    }

    public ReportState state() {
        return standing.state();
    }

    /** Its state, since when, and what that rests on. */
    public Standing standing() {
        return standing;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** The revision that stands now. */
    public Revision current() {
        return revisions.stream()
                .filter(each -> each.id().equals(currentRevision))
                .findFirst()
                .orElseThrow();
    }

    /** Every revision, from the first. */
    public List<Revision> revisions() {
        return Collections.unmodifiableList(revisions);
    }

    /** Since when designated authorities read it. */
    public Optional<Instant> authorityReadsSince() {
        return Optional.ofNullable(authorityReadsSince);
    }

    /** The provider that reads it. */
    public Optional<UUID> provider() {
        return Optional.ofNullable(provider);
    }

    public Set<ReportMarker> markers() {
        return Collections.unmodifiableSet(markers);
    }

    /** Every step it took, from its arrival. */
    public List<ReportStep> steps() {
        return Collections.unmodifiableList(steps);
    }
}
