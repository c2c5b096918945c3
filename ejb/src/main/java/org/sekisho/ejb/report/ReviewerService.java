package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.report.review.Absence;
import org.sekisho.domain.report.review.ReviewChains;
import org.sekisho.domain.report.review.ReviewerRank;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** What is on file about reviewers: their rank, and when they are away. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ReviewerService {

    @Inject
    private CurrentAct act;

    @Inject
    private ReviewChains chains;

    @Inject
    private People people;

    /** Puts on file which rank somebody holds at the administrator's organisation. */
    @Permission("review:rank")
    public void recordRank(@About("person") UUID person, Rank rank) {
        UUID organisation = act.actor().organisation().orElseThrow();
        people.require(person);
        chains.add(new ReviewerRank(act.actor(), person, organisation, rank, act.now()));
    }

    /** Says that the actor will be away on these days. */
    @Permission("review:decide")
    public void announceAbsence(LocalDate firstDay, LocalDate lastDay) {
        chains.add(new Absence(act.actor(), firstDay, lastDay));
    }
}
