package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.review.Attendance;
import org.sekisho.domain.report.review.Ballot;
import org.sekisho.domain.report.review.Reentered;
import org.sekisho.domain.report.review.ReviewChain;
import org.sekisho.domain.report.review.ReviewChains;
import org.sekisho.domain.report.review.ReviewDesk;
import org.sekisho.domain.report.review.Reviewer;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.party.Reauthenticating;
import org.sekisho.ejb.party.Reauthenticating.Proved;
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
        Reentered reentered = Reentered.NOTHING;
        // The tier that the review was opened for, which may be graver than the one that both sides agreed to
        // meanwhile.
        RiskTier tier = chains.require(requireUnderReview(seen)).tier();
        if (Ballot.needsCredentials(command.choice(), tier)) {
            new Ballot(command.readHash(), command.choice(), command.reason(), reentered).requireReason(tier);
            Optional<Proved> proved = reauthenticating.prove(command.password(), command.code());
            if (proved.isEmpty()) {
                return;
            }
            reentered = proved.get().secondFactor() ? Reentered.PASSWORD_AND_CODE : Reentered.PASSWORD;
        }
        Report report = reports.requireLocked(command.report());
        Reviewer voter = reviewers.self();
        Ballot ballot = new Ballot(command.readHash(), command.choice(), command.reason(), reentered);
        Attendance attendance = reviewers.attendance(requireUnderReview(report));
        // Only with all votes in sight it is known whether the quorum is reached; locking the review reads them.
        List<DomainEvent> events = entrance.withReachOf(SystemReach.REVIEW_DECISION, () -> {
            ReviewChain chain = requireRunning(report);
            List<DomainEvent> all = new ArrayList<>();
            chain.work().vacate(attendance, act.now()).ifPresent(all::add);
            all.addAll(settlement
                    .desk()
                    .vote(report, chain, voter, ballot, act.now())
                    .events());
            return all;
        });
        events.forEach(act::happened);
    }

    private ReviewChain requireRunning(Report report) {
        return chains.requireLocked(requireUnderReview(report));
    }

    private static UUID requireUnderReview(Report report) {
        return report.standing().chain().orElseThrow(() -> new Refusal(ReportError.STAGE_NOT_OPEN));
    }
}
