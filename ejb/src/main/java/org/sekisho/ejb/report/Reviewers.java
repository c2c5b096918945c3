package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.review.Attendance;
import org.sekisho.domain.report.review.ReviewChains;
import org.sekisho.domain.report.review.Reviewer;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.shared.CurrentAct;

/** People as reviewers: with their rank and whether they are away, as their organisation put it on file. */
@ApplicationScoped
class Reviewers {

    @Inject
    private CurrentAct act;

    @Inject
    private ReviewChains chains;

    /** Who acts. */
    Reviewer self() {
        return of(act.actor());
    }

    /** Whether somebody of the actor's organisation is away today. */
    boolean isAbsent(UUID person) {
        return chains.isAbsent(person, act.actor().organisation().orElseThrow(), Days.of(act.now()));
    }

    /** How those stand today who hold places in the review. */
    Attendance attendance(UUID chain) {
        return chains.attendance(chain, Days.of(act.now()));
    }

    /** Somebody, as they would act. */
    Reviewer of(Actor person) {
        UUID organisation = person.organisation().orElseThrow();
        return new Reviewer(
                person,
                chains.rankOf(person.requirePerson(), organisation),
                chains.isAbsent(person.requirePerson(), organisation, Days.of(act.now())));
    }
}
