package org.sekisho.domain.report.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.review.Reviewer;

/**
 * Whose queue it is.
 *
 * @param organisation for which the person acts
 * @param side for which they decide; empty for whoever only watches the clocks of what they may see
 * @param ranks those of a stage that they reach
 * @param tied organisations for whose reports they don't decide in another's name
 */
public record QueueReader(UUID person, UUID organisation, Optional<Side> side, Set<Rank> ranks, Set<UUID> tied) {

    public QueueReader {
        ranks = Set.copyOf(ranks);
        tied = Set.copyOf(tied);
    }

    /** Somebody as their role and their organisation's files make them. */
    public static QueueReader of(Reviewer reviewer) {
        Actor actor = reviewer.actor();
        UUID own = actor.organisation().orElseThrow();
        Set<UUID> tied = new HashSet<>(actor.affiliations());
        tied.remove(own);
        Set<Rank> ranks = new HashSet<>(Arrays.asList(Rank.values()));
        ranks.removeIf(rank -> rank.compareTo(reviewer.rank()) > 0);
        return new QueueReader(actor.requirePerson(), own, side(actor), ranks, tied);
    }

    private static Optional<Side> side(Actor actor) {
        if (actor.isOf(OrganisationKind.AUTHORITY) && actor.holds(Role.AUTHORITY_REVIEWER)) {
            return Optional.of(Side.AUTHORITY);
        }
        if (actor.isOf(OrganisationKind.MODEL_PROVIDER) && actor.holds(Role.SIGNATORY)) {
            return Optional.of(Side.PROVIDER);
        }
        boolean security = actor.holds(Role.SECURITY_REVIEWER) || actor.holds(Role.CISO);
        return security ? Optional.of(Side.INSTITUTION_SECURITY) : Optional.empty();
    }
}
