package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.review.Ballot;
import org.sekisho.domain.report.review.ReviewChain;
import org.sekisho.domain.report.review.ReviewChains;
import org.sekisho.domain.report.review.ReviewDesk;
import org.sekisho.domain.report.review.Reviewer;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.party.Reauthenticating;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** The review by both sides: submitted by the institution, decided stage by stage. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ReviewService {

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private ReviewChains chains;

    @Inject
    private Reviewers reviewers;

    @Inject
    private ReportGate gate;

    @Inject
    private ReportTerms terms;

    @Inject
    private Settlement settlement;

    @Inject
    private Reauthenticating reauthenticating;

    @Inject
    private Entrance entrance;

    /**
     * Submits the present revision to the stages that the review clause has for the report's tier.
     *
     * @param readHash the revision that was read
     */
    @Permission("report:work")
    public void submit(@About(Report.KIND) UUID report, String readHash) {
        Report found = reports.requireLocked(report);
        gate.require(found, Action.REPORT_READ);
        ReviewDesk.Outcome outcome = settlement
                .desk()
                .submit(found, terms.review(found), terms.concerned(found), act.actor(), readHash, act.now());
        chains.add(outcome.chain());
        outcome.events().forEach(act::happened);
    }

    /**
     * Decides in the stage that decides now. Where somebody agrees to a high risk, the credentials are asked for again.
     *
     * @throws Refusal with a {@link ReportError}; or with a code of {@code AccountError} for wrong credentials, which count
     */
    @Permission("review:decide")
    public void vote(CastVote command) {
        Report seen = reports.require(command.report());
        gate.require(seen, Action.REPORT_REVIEW);
        boolean grave = command.choice().agrees() && seen.tier().needsBothSides();
        if (grave && reauthenticating.prove(command.password(), command.code()).isEmpty()) {
            return;
        }
        Report report = reports.requireLocked(command.report());
        Reviewer voter = reviewers.self();
        Ballot ballot = new Ballot(command.readHash(), command.choice(), command.reason());
        // Only with all votes in sight it is known whether the quorum is reached; locking the review reads them.
        entrance.withReachOf(
                        SystemReach.REVIEW_DECISION,
                        () -> settlement.desk().vote(report, requireRunning(report), voter, ballot, act.now()))
                .events()
                .forEach(act::happened);
    }

    private ReviewChain requireRunning(Report report) {
        UUID chain = report.standing().chain().orElseThrow(() -> new Refusal(ReportError.STAGE_NOT_OPEN));
        return chains.requireLocked(chain);
    }
}
