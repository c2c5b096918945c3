package org.sekisho.domain.report.review;

import static org.sekisho.domain.report.Findings.ANALYST;
import static org.sekisho.domain.report.Findings.FRIDAY;
import static org.sekisho.domain.report.Findings.PROVIDER;
import static org.sekisho.domain.report.Findings.VAULT;
import static org.sekisho.domain.report.Findings.triaged;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.agreement.clause.ReviewClause;
import org.sekisho.domain.agreement.clause.ReviewClause.ClockUnit;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.ReviewClause.Stage;
import org.sekisho.domain.agreement.clause.ReviewClause.TierReview;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.shared.Holidays;

/** A report in review, for the tests of this package. */
final class Reviews {

    static final Concerned CONCERNED = new Concerned(Optional.of(PROVIDER), Set.of(PROVIDER));
    static final Stage SECURITY = new Stage(Side.INSTITUTION_SECURITY, 1, Rank.ANY, 8, ClockUnit.HOURS);
    static final Stage AUTHORITY = new Stage(Side.AUTHORITY, 1, Rank.ANY, 2, ClockUnit.BUSINESS_DAYS);
    static final ReviewDesk DESK = new ReviewDesk(VAULT, Holidays.WEEKENDS_ONLY);

    final Report report;
    final ReviewChain chain;

    Reviews(RiskTier tier, Stage... stages) {
        report = triaged(tier);
        chain = DESK.submit(
                        report,
                        clause(tier, stages),
                        CONCERNED,
                        ANALYST,
                        report.current().sha256(),
                        FRIDAY)
                .chain();
    }

    static ReviewClause clause(RiskTier tier, Stage... stages) {
        return new ReviewClause(List.of(new TierReview(tier, List.of(stages))));
    }

    static Reviewer present(Actor actor) {
        return new Reviewer(actor, Rank.ANY, false);
    }

    ReviewDesk.Outcome vote(Actor actor, Choice choice) {
        return vote(present(actor), choice, "Looked at");
    }

    ReviewDesk.Outcome vote(Reviewer reviewer, Choice choice, String reason) {
        return DESK.vote(
                report,
                chain,
                reviewer,
                new Ballot(chain.revisionHash(), choice, reason, Reentered.PASSWORD_AND_CODE),
                FRIDAY);
    }

    ReviewStage stage(int position) {
        return chain.stages().get(position - 1);
    }
}
