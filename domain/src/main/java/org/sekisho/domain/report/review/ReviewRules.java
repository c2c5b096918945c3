package org.sekisho.domain.report.review;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.Sides;
import org.sekisho.domain.shared.Checks;

/**
 * Who may decide in a stage: somebody of its side and rank, not an author, not tied to another organisation concerned, and not twice.
 * Claiming, delegating and voting ask the same.
 */
final class ReviewRules {

    private ReviewRules() {}

    static void require(Reviewer reviewer, ReviewChain chain, ReviewStage stage) {
        Checks.check(isOfSide(reviewer.actor(), chain, stage.side()), ReportError.REVIEWER_OF_OTHER_SIDE);
        UUID person = reviewer.person();
        Checks.check(!chain.authors().contains(person), ReportError.REVIEWER_IS_AUTHOR);
        Checks.check(!isTied(reviewer.actor(), chain), ReportError.REVIEWER_TIED);
        Checks.check(
                reviewer.rank().compareTo(stage.rank()) >= 0,
                ReportError.RANK_TOO_LOW,
                Map.of("rank", stage.rank().name()));
        Checks.check(!chain.cast().has(person), ReportError.VOTED_ALREADY);
    }

    static boolean isOfSide(Actor actor, ReviewChain chain, Side side) {
        return switch (side) {
            case INSTITUTION_SECURITY, AUTHORITY -> Sides.of(actor, chain.organisation())
                    .filter(side::equals)
                    .isPresent();
                // Nobody but its signatories speaks for a provider.
            case PROVIDER -> actor.isOf(OrganisationKind.MODEL_PROVIDER)
                    && chain.provider().filter(actor::isOf).isPresent()
                    && actor.holds(Role.SIGNATORY);
        };
    }

    /** Home, host and commissioning organisations count, and those of the last two years. */
    private static boolean isTied(Actor actor, ReviewChain chain) {
        Set<UUID> others = new HashSet<>(chain.parties());
        others.add(chain.organisation());
        chain.provider().ifPresent(others::add);
        others.addAll(chain.cast().organisations());
        actor.organisation().ifPresent(others::remove);
        return actor.affiliations().stream().anyMatch(others::contains);
    }
}
