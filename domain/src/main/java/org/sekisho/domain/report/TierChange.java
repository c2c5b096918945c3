package org.sekisho.domain.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Transitions;
import org.sekisho.domain.vault.Vault;

/** A change of a report's risk tier: raised by one side with a reason, or lowered by the agreement of both. */
@Entity
@Table(name = "report_tier_change")
public class TierChange {

    /** Where a change stands. */
    public enum State implements Transitions<State> {
        /** A lowering that the other side hasn't answered; silence lowers nothing. */
        PROPOSED,
        IN_EFFECT,
        DECLINED,
        /** The tier was raised, or the proposal taken back, before it was answered. */
        VOID;

        @Override
        public Set<State> next() {
            return this == PROPOSED ? EnumSet.of(IN_EFFECT, DECLINED, VOID) : EnumSet.noneOf(State.class);
        }
    }

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "report_id", nullable = false, updatable = false)
    private Report report;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_tier", nullable = false, updatable = false)
    private RiskTier from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_tier", nullable = false, updatable = false)
    private RiskTier to;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private State state;

    @Enumerated(EnumType.STRING)
    @Column(name = "side", updatable = false)
    private @Nullable Side side;

    @Column(name = "person_id", updatable = false)
    private @Nullable UUID person;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @Column(name = "sealed_reason", updatable = false)
    private byte @Nullable [] sealedReason;

    @Column(name = "answered_by_person_id")
    private @Nullable UUID answeredBy;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway")
    protected TierChange() {}

    TierChange(Report report, RiskTier to, State state, Actor actor, @Nullable Side side, Instant now) {
        this.id = Ids.next();
        this.report = report;
        this.from = report.tier();
        this.to = to;
        this.state = state;
        this.side = side;
        this.person = actor.person().orElse(null);
        this.madeAt = now;
    }

    TierChange because(String reason, Vault vault) {
        sealedReason = vault.sealText(place(), Checks.requireText(reason, "reason", ReportStep.REASON_LIMIT));
        return this;
    }

    void answer(State answer, Actor actor, Instant now) {
        state.requireBecomes(answer, ReportError.NO_LOWERING);
        state = answer;
        answeredBy = actor.person().orElse(null);
        answeredAt = now;
    }

    private Vault.Place place() {
        return new Vault.Place("report_tier_change", id, report.organisation());
    }

    /** Why; empty where the risk table gave it. */
    public Optional<String> reason(Vault vault) {
        return Optional.ofNullable(sealedReason).map(kept -> vault.openText(place(), kept));
    }

    public UUID id() {
        return id;
    }

    public RiskTier from() {
        return from;
    }

    public RiskTier to() {
        return to;
    }

    public State state() {
        return state;
    }

    /** Which side made it; empty for the risk table. */
    public Optional<Side> side() {
        return Optional.ofNullable(side);
    }

    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Optional<UUID> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }
}
