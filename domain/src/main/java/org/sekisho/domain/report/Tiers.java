package org.sekisho.domain.report;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.TierChange.State;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.Vault;

/** How a report's risk tier changes. Either side raises it alone; what lowers it is proposed by one side and agreed to by the other. */
public final class Tiers {

    private final Report report;
    private final List<TierChange> changes;

    Tiers(Report report, List<TierChange> changes) {
        this.report = report;
        this.changes = changes;
    }

    /** What the risk table gives now. A higher tier takes effect; a lower one doesn't, for no table lowers what people may have raised. */
    public Optional<DomainEvent> assess(Actor actor, RiskTier given, Instant now) {
        if (!higher(given)) {
            return Optional.empty();
        }
        TierChange change = new TierChange(report, given, State.IN_EFFECT, actor, null, now);
        return Optional.of(raiseBy(change, actor, now));
    }

    /** One side raises it, with a reason. */
    public DomainEvent raise(Actor actor, RiskTier to, String reason, Vault vault, Instant now) {
        Side side = requireSide(actor);
        Checks.check(higher(to), ReportError.TIER_NOT_RAISED);
        TierChange change = new TierChange(report, to, State.IN_EFFECT, actor, side, now).because(reason, vault);
        return raiseBy(change, actor, now);
    }

    private DomainEvent raiseBy(TierChange change, Actor actor, Instant now) {
        proposed().ifPresent(open -> open.answer(State.VOID, actor, now));
        changes.add(change);
        report.moveTier(change.to(), actor, now);
        return event("report.tier-raised", change);
    }

    /** One side proposes to lower it, with a reason. Until the other side agrees, the tier stays. */
    public DomainEvent proposeLowering(Actor actor, RiskTier to, String reason, Vault vault, Instant now) {
        Side side = requireSide(actor);
        Checks.check(to.compareTo(report.tier()) > 0, ReportError.TIER_NOT_LOWERED);
        Checks.check(proposed().isEmpty(), ReportError.LOWERING_PROPOSED);
        TierChange change = new TierChange(report, to, State.PROPOSED, actor, side, now).because(reason, vault);
        changes.add(change);
        return event("report.lowering-proposed", change);
    }

    /** The other side agrees: the tier is lower from now on. */
    public DomainEvent agreeLowering(Actor actor, Instant now) {
        TierChange change = requireOfOtherSide(actor);
        change.answer(State.IN_EFFECT, actor, now);
        report.moveTier(change.to(), actor, now);
        return event("report.tier-lowered", change);
    }

    /** The other side declines: the tier stays. */
    public DomainEvent declineLowering(Actor actor, Instant now) {
        TierChange change = requireOfOtherSide(actor);
        change.answer(State.DECLINED, actor, now);
        return event("report.lowering-declined", change);
    }

    /** The lowering that waits for an answer. */
    public Optional<TierChange> proposed() {
        return changes.stream()
                .filter(change -> change.state() == State.PROPOSED)
                .findFirst();
    }

    /** Every change, and every proposal of one. */
    public List<TierChange> all() {
        return Collections.unmodifiableList(changes);
    }

    private boolean higher(RiskTier tier) {
        return tier.compareTo(report.tier()) < 0;
    }

    private Side requireSide(Actor actor) {
        return Sides.of(actor, report.organisation()).orElseThrow(() -> new Refusal(ReportError.SIDES_ONLY));
    }

    private TierChange requireOfOtherSide(Actor actor) {
        Side side = requireSide(actor);
        TierChange change = proposed().orElseThrow(() -> new Refusal(ReportError.NO_LOWERING));
        Checks.check(change.side().filter(side::equals).isEmpty(), ReportError.LOWERING_OWN_SIDE);
        return change;
    }

    private DomainEvent event(String name, TierChange change) {
        return report.event(name)
                .with("from", change.from())
                .with("to", change.to())
                .with("side", change.side().orElse(null))
                .build();
    }
}
