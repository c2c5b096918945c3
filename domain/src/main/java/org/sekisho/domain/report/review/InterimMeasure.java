package org.sekisho.domain.report.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Transitions;
import org.sekisho.domain.vault.Vault;

/**
 * What can't wait for both sides: the institution's CISO orders something that can be undone, with a reason and an end. The authority reads
 * the report from that moment and its duty officer is told; the full review has to begin within a day. It approves nothing: the lasting change
 * waits for both sides.
 */
@Entity
@Table(name = "interim_measure")
public class InterimMeasure {

    /** Within which the full review begins. */
    public static final Duration REVIEW_WITHIN = Duration.ofHours(24);

    /** The longest that a measure lasts before it is ordered anew. */
    public static final Duration LONGEST = Duration.ofDays(30);

    /** What may be ordered: nothing that can't be undone. */
    public enum Kind {
        ISOLATION,
        BLOCKING_RULE,
        SERVICE_SUSPENSION
    }

    /** Where a measure stands. */
    public enum State implements Transitions<State> {
        IN_EFFECT,
        LIFTED,
        /** Its end came. It has to be undone, which is recorded as lifting it, or ordered anew. */
        EXPIRED;

        @Override
        public Set<State> next() {
            return switch (this) {
                case IN_EFFECT -> EnumSet.of(LIFTED, EXPIRED);
                case EXPIRED -> EnumSet.of(LIFTED);
                case LIFTED -> EnumSet.noneOf(State.class);
            };
        }
    }

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "report_id", nullable = false, updatable = false)
    private UUID report;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private Kind kind;

    @Column(name = "sealed_reason", nullable = false, updatable = false)
    private byte[] sealedReason;

    @Column(name = "ordered_by_person_id", nullable = false, updatable = false)
    private UUID orderedBy;

    @Column(name = "ordered_at", nullable = false, updatable = false)
    private Instant orderedAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "review_due_at", nullable = false, updatable = false)
    private Instant reviewDueAt;

    @Column(name = "review_alerted_at")
    private @Nullable Instant reviewAlertedAt;

    @Column(name = "acknowledged_by_person_id")
    private @Nullable UUID acknowledgedBy;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private State state;

    @Column(name = "ended_by_person_id")
    private @Nullable UUID endedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway")
    protected InterimMeasure() {}

    /**
     * Orders it.
     *
     * @param actor the CISO of the institution that owns the report
     */
    public InterimMeasure(
            Report of, Kind kind, Actor actor, String reason, Instant expiresAt, Vault vault, Instant now) {
        Checks.check(actor.isOf(of.organisation()) && actor.holds(Role.CISO), ReportError.CISO_ONLY);
        Checks.check(
                of.state() == ReportState.RECEIVED
                        || of.state() == ReportState.TRIAGE
                        || of.state() == ReportState.IN_REVIEW,
                ReportError.MEASURE_TOO_LATE);
        Checks.check(
                expiresAt.isAfter(now) && !expiresAt.isAfter(now.plus(LONGEST)),
                ReportError.MEASURE_EXPIRY_UNFIT,
                Map.of("days", LONGEST.toDays()));
        this.id = Ids.next();
        this.report = of.id();
        this.organisation = of.organisation();
        this.kind = Checks.require(kind, "kind");
        this.sealedReason = vault.sealText(place(), Checks.requireText(reason, "reason", Ballot.REASON_LIMIT));
        this.orderedBy = actor.requirePerson();
        this.orderedAt = now;
        this.expiresAt = expiresAt;
        this.reviewDueAt = now.plus(REVIEW_WITHIN);
        this.state = State.IN_EFFECT;
        of.showToAuthority(now);
    }

    /** What the order is in the trail. */
    public DomainEvent ordered() {
        return event("report.measure-ordered")
                .with("kind", kind)
                .with("expires", expiresAt)
                .with("reviewDue", reviewDueAt)
                .build();
    }

    /** A duty officer of an authority that isn't tied to the institution has read of it. It agrees to nothing. */
    public DomainEvent acknowledge(Actor actor, Instant now) {
        Checks.check(
                actor.isOf(OrganisationKind.AUTHORITY)
                        && actor.holds(Role.DUTY_OFFICER)
                        && !actor.affiliations().contains(organisation),
                ReportError.DUTY_OFFICER_ONLY);
        Checks.check(acknowledgedAt == null, ReportError.MEASURE_ACKNOWLEDGED);
        acknowledgedBy = actor.requirePerson();
        acknowledgedAt = now;
        return event("report.measure-acknowledged").build();
    }

    /** The CISO undoes it, before its end or once that came. */
    public DomainEvent lift(Actor actor, Instant now) {
        Checks.check(actor.isOf(organisation) && actor.holds(Role.CISO), ReportError.CISO_ONLY);
        end(State.LIFTED, actor, now);
        return event("report.measure-lifted").build();
    }

    /** Its end has come. */
    public DomainEvent expire(Actor job, Instant now) {
        Checks.check(
                !now.isBefore(expiresAt),
                ReportError.MEASURE_WRONG_STATE,
                Map.of("state", state, "next", State.EXPIRED));
        end(State.EXPIRED, job, now);
        return event("report.measure-expired").build();
    }

    private void end(State how, Actor actor, Instant now) {
        state.requireBecomes(how, ReportError.MEASURE_WRONG_STATE);
        state = how;
        endedBy = actor.person().orElse(null);
        endedAt = now;
    }

    /**
     * No review has begun in time: said once, and none begins by it.
     *
     * @throws Refusal with {@link ReportError#MEASURE_REVIEW_NOT_LATE}
     */
    public DomainEvent alertReview(Report of, Instant now) {
        Checks.check(
                state != State.LIFTED && reviewAlertedAt == null && isReviewOverdue(of, now),
                ReportError.MEASURE_REVIEW_NOT_LATE);
        reviewAlertedAt = now;
        return event("report.measure-review-overdue")
                .with("reviewDue", reviewDueAt)
                .build();
    }

    /** Whether a day passed without a review having begun since the order, of a report that still waits for one. */
    public boolean isReviewOverdue(Report of, Instant now) {
        boolean waits = of.state() == ReportState.RECEIVED || of.state() == ReportState.TRIAGE;
        boolean begun = of.steps().stream()
                .anyMatch(step ->
                        step.state() == ReportState.IN_REVIEW && !step.takenAt().isBefore(orderedAt));
        return waits && !begun && !now.isBefore(reviewDueAt);
    }

    public String reason(Vault vault) {
        return vault.openText(place(), sealedReason);
    }

    private Vault.Place place() {
        return new Vault.Place("interim_measure", id, organisation);
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, Report.KIND, report)
                .with("organisation", organisation)
                .with("measure", id);
    }

    public UUID id() {
        return id;
    }

    public UUID report() {
        return report;
    }

    public UUID organisation() {
        return organisation;
    }

    public Kind kind() {
        return kind;
    }

    public UUID orderedBy() {
        return orderedBy;
    }

    public Instant orderedAt() {
        return orderedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** By when the full review begins. */
    public Instant reviewDueAt() {
        return reviewDueAt;
    }

    /** When the authority's duty officer had read of it; empty until then. */
    public Optional<Instant> acknowledgedAt() {
        return Optional.ofNullable(acknowledgedAt);
    }

    public Optional<UUID> acknowledgedBy() {
        return Optional.ofNullable(acknowledgedBy);
    }

    public State state() {
        return state;
    }

    public Optional<UUID> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
