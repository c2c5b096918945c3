package org.sekisho.domain.report.review;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is concerned by a review beside its owner: kept as it was when the review began.
 *
 * @param provider of the model, where the agreement has one
 * @param parties every other party to the agreement; the owner and its authorities aside, whoever is tied to one of them doesn't review in
 *     another's name
 */
public record Concerned(Optional<UUID> provider, Set<UUID> parties) {

    public Concerned {
        parties = Set.copyOf(parties);
    }
}
