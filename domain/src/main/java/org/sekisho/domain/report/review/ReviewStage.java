package org.sekisho.domain.report.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ReviewClause.ClockUnit;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.ReviewClause.Stage;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Holidays;
import org.sekisho.domain.shared.Ids;

/** One stage of a review, as the review clause said it when the review began. */
@Entity
@Table(name = "review_stage")
public class ReviewStage {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "chain_id", nullable = false, updatable = false)
    private ReviewChain chain;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "position", nullable = false, updatable = false)
    private int position;

    @Enumerated(EnumType.STRING)
    @Column(name = "side", nullable = false, updatable = false)
    private Side side;

    @Column(name = "quorum", nullable = false, updatable = false)
    private int quorum;

    @Enumerated(EnumType.STRING)
    @Column(name = "least_rank", nullable = false, updatable = false)
    private Rank rank;

    @Column(name = "clock", nullable = false, updatable = false)
    private int clock;

    @Enumerated(EnumType.STRING)
    @Column(name = "clock_unit", nullable = false, updatable = false)
    private ClockUnit unit;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private StageState state;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "alerted_at")
    private @Nullable Instant alertedAt;

    @SuppressWarnings("NullAway")
    protected ReviewStage() {}

    ReviewStage(ReviewChain chain, int position, Stage clause) {
        this.id = Ids.next();
        this.chain = chain;
        this.organisation = chain.organisation();
        this.position = position;
        this.side = clause.side();
        this.quorum = clause.quorum();
        this.rank = clause.rank();
        this.clock = clause.clock();
        this.unit = clause.unit();
        this.state = StageState.WAITING;
    }

    void open(Instant now, Holidays holidays) {
        state.requireBecomes(StageState.OPEN, ReportError.STAGE_NOT_OPEN);
        state = StageState.OPEN;
        openedAt = now;
        dueAt = switch (unit) {
            case HOURS -> now.plus(Duration.ofHours(clock));
            case BUSINESS_DAYS -> holidays.endOfBusinessDays(now, clock);
        };
    }

    void close(StageState outcome, Instant now) {
        state.requireBecomes(outcome, ReportError.STAGE_NOT_OPEN);
        state = outcome;
        closedAt = now;
    }

    /** Says once that the clock has run out. */
    void alert(Instant now) {
        Checks.check(isPastClock(now) && alertedAt == null, ReportError.STAGE_NOT_LATE);
        alertedAt = now;
    }

    /** Whether it still decides although its clock has run out: coordinator and duty officer are alerted, and nothing is agreed by it. */
    public boolean isPastClock(Instant now) {
        return state == StageState.OPEN && dueAt != null && !now.isBefore(dueAt);
    }

    public UUID id() {
        return id;
    }

    public ReviewChain chain() {
        return chain;
    }

    /** The institution that owns the report: its queue is read by it. */
    UUID organisation() {
        return organisation;
    }

    /** From 1. */
    public int position() {
        return position;
    }

    public Side side() {
        return side;
    }

    /** How many people have to agree. */
    public int quorum() {
        return quorum;
    }

    /** The least rank of a reviewer. */
    public Rank rank() {
        return rank;
    }

    public StageState state() {
        return state;
    }

    public Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    /** When its clock runs out; empty before it opens. */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
