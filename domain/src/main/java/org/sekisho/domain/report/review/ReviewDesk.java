package org.sekisho.domain.report.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.ReviewClause.TierReview;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Holidays;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.Vault;

/**
 * Where a report and its review meet: both are locked by whoever calls it, and what happens to one is carried into the other. No other way
 * leads to an approval.
 */
public final class ReviewDesk {

    private final Vault vault;
    private final Holidays holidays;

    public ReviewDesk(Vault vault, Holidays holidays) {
        this.vault = vault;
        this.holidays = holidays;
    }

    /**
     * What an act led to.
     *
     * @param chain the review that began or went on
     * @param events for the trail, in their order
     */
    public record Outcome(ReviewChain chain, List<DomainEvent> events) {

        public Outcome {
            events = List.copyOf(events);
        }
    }

    /**
     * Begins the review of the present revision, with the stages that the clause has for the report's tier.
     *
     * @param readHash the revision that was read
     */
    public Outcome submit(
            Report report, ReviewClause clause, Concerned concerned, Actor actor, String readHash, Instant now) {
        TierReview stages = clause.of(report.tier())
                .orElseThrow(() -> Refusal.of(
                        ReportError.CHAIN_MISSING, "tier", report.tier().name()));
        boolean provider = stages.stages().stream().anyMatch(stage -> stage.side() == Side.PROVIDER);
        Checks.check(!provider || concerned.provider().isPresent(), ReportError.CHAIN_MISSING, tier(report));
        ReviewChain chain = new ReviewChain(report, stages, concerned, actor, now, holidays);
        List<DomainEvent> events = new ArrayList<>();
        events.add(report.flow().submit(actor, chain.id(), readHash, now));
        events.add(chain.opened());
        showTo(report, chain, now);
        return new Outcome(chain, events);
    }

    /** Takes a vote; the last one that was missing approves the report, and a rejection returns it. */
    public Outcome vote(Report report, ReviewChain chain, Reviewer voter, Ballot ballot, Instant now) {
        requireOwn(report, chain);
        Checks.check(report.state() == ReportState.IN_REVIEW, ReportError.STAGE_NOT_OPEN);
        report.requireCurrent(ballot.revisionHash());
        List<DomainEvent> events = new ArrayList<>(chain.cast(voter, ballot, vault, now, holidays));
        switch (chain.state()) {
            case PASSED -> events.add(report.flow().approve(chain.approval(), voter.actor(), now));
            case RETURNED -> events.add(report.flow().comeBack(chain.id(), voter.actor(), now));
            case OPEN -> showTo(report, chain, now);
            case VOID -> throw new Refusal(ReportError.STAGE_NOT_OPEN);
        }
        return new Outcome(chain, events);
    }

    /**
     * Ends a review that no longer fits: after a change of the report or its tier, when the report went back to the triage.
     *
     * @param chain the review that ran before the change
     */
    public Optional<DomainEvent> settle(Report report, ReviewChain chain, Instant now) {
        Checks.check(chain.report().equals(report.id()), ReportError.CHAIN_OF_OTHER);
        boolean runs = report.standing().chain().filter(chain.id()::equals).isPresent();
        return runs || chain.state() != ChainState.OPEN ? Optional.empty() : Optional.of(chain.lapse(now));
    }

    private static void requireOwn(Report report, ReviewChain chain) {
        boolean own = chain.report().equals(report.id())
                && report.standing().chain().filter(chain.id()::equals).isPresent();
        Checks.check(own, ReportError.CHAIN_OF_OTHER);
    }

    /** Whose stage begins reads the report from then on, and not before. */
    private static void showTo(Report report, ReviewChain chain, Instant now) {
        Optional<Side> side = chain.openStage().map(ReviewStage::side);
        if (side.filter(Side.AUTHORITY::equals).isPresent()) {
            report.showToAuthority(now);
        } else if (side.filter(Side.PROVIDER::equals).isPresent()) {
            UUID provider = chain.provider().orElseThrow();
            report.showToProvider(provider);
        }
    }

    private static Map<String, String> tier(Report report) {
        return Map.of("tier", report.tier().name());
    }
}
