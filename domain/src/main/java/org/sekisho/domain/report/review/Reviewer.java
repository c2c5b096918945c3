package org.sekisho.domain.report.review;

import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.party.Actor;

/**
 * Somebody who reviews or is to review, with what their organisation put on file.
 *
 * @param actor the person as they act; for somebody else than who acts, as they would act
 * @param rank {@link Rank#ANY} where nothing is on file
 * @param absent whether they are away today
 */
public record Reviewer(Actor actor, Rank rank, boolean absent) {

    UUID person() {
        return actor.requirePerson();
    }

    UUID organisation() {
        return actor.organisation().orElseThrow(() -> new IllegalStateException(actor.name() + " acts for nobody"));
    }
}
