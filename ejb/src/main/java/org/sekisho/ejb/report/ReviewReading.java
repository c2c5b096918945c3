package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.party.Permissions;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.reading.ReportView.Decision;
import org.sekisho.domain.report.reading.ReviewView;
import org.sekisho.domain.report.reading.ReviewView.Holder;
import org.sekisho.domain.report.reading.ReviewView.StageView;
import org.sekisho.domain.report.reading.ReviewView.VoteLine;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.report.review.ReviewChain;
import org.sekisho.domain.report.review.ReviewStage;
import org.sekisho.domain.report.review.Reviewer;
import org.sekisho.domain.report.review.Seat;
import org.sekisho.domain.report.review.Vote;
import org.sekisho.domain.report.review.WorkAct;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.party.Reauthenticating;
import org.sekisho.ejb.shared.CurrentAct;

/** Reviews as who reads them may see them, and what they may do in the stage that decides now. */
@ApplicationScoped
class ReviewReading {

    @Inject
    private CurrentAct act;

    @Inject
    private Reviewers reviewers;

    @Inject
    private ReportGate gate;

    @Inject
    private Reauthenticating reauthenticating;

    @Inject
    private Vault vault;

    /** @param opens how reasons are masked; empty where the reader sees none */
    ReviewView view(ReviewChain chain, int revision, Map<UUID, String> names, Optional<Masking> opens) {
        return new ReviewView(
                chain.id(),
                chain.revisionHash(),
                revision,
                chain.tier(),
                chain.state(),
                chain.openedAt(),
                chain.stages().stream()
                        .map(stage -> stage(chain, stage, names, opens))
                        .toList());
    }

    private StageView stage(ReviewChain chain, ReviewStage stage, Map<UUID, String> names, Optional<Masking> opens) {
        return new StageView(
                stage.position(),
                stage.side(),
                stage.quorum(),
                stage.rank(),
                stage.state(),
                stage.dueAt(),
                stage.closedAt(),
                stage.isPastClock(act.now()),
                chain.work().inCharge(stage).stream()
                        .map(seat -> new Holder(
                                seat.person(), Optional.ofNullable(names.get(seat.person())), seat.takenAt()))
                        .toList(),
                chain.votesFor(act.actor()).stream()
                        .filter(vote -> vote.stage().id().equals(stage.id()))
                        .map(vote -> line(vote, names, opens))
                        .toList());
    }

    private VoteLine line(Vote vote, Map<UUID, String> names, Optional<Masking> opens) {
        return new VoteLine(
                vote.choice(),
                Optional.ofNullable(names.get(vote.person())),
                vote.castAt(),
                opens.flatMap(masking -> vote.reason(vault).map(masking::text)),
                vote.reentered());
    }

    /** Everybody who appears in it, as far as the reader may see. */
    Set<UUID> people(ReviewChain chain) {
        Set<UUID> people = new HashSet<>();
        chain.votesFor(act.actor()).forEach(vote -> people.add(vote.person()));
        for (ReviewStage stage : chain.stages()) {
            chain.work().inCharge(stage).stream().map(Seat::person).forEach(people::add);
        }
        return people;
    }

    /** What the reader may do now, and why not. */
    Decision decision(Report report, Optional<ReviewChain> running) {
        Optional<ReviewStage> stage =
                running.filter(chain -> report.state() == ReportState.IN_REVIEW).flatMap(ReviewChain::openStage);
        if (stage.isEmpty() || !Permissions.of(act.actor().roles()).contains("review:decide")) {
            return Decision.none();
        }
        ReviewChain chain = stage.get().chain();
        Reviewer self = reviewers.self();
        Optional<String> refused = chain.refusalOf(self)
                .or(() -> denied(report))
                .map(each -> each.code().code());
        Set<WorkAct> work = chain.work().offers(self, reviewers.attendance(chain.id()));
        if (refused.isPresent()) {
            work.remove(WorkAct.CLAIM);
        }
        boolean held = chain.work().holders(stage.get()).stream()
                .anyMatch(seat ->
                        act.actor().person().filter(seat.person()::equals).isPresent());
        boolean credentials = chain.tier().needsBothSides();
        return new Decision(
                refused.isEmpty(), refused, held, credentials, credentials && reauthenticating.asksForCode(), work);
    }

    private Optional<Refusal> denied(Report report) {
        try {
            gate.require(report, Action.REPORT_REVIEW);
            return Optional.empty();
        } catch (Refusal denied) {
            return Optional.of(denied).filter(each -> each.code() == ReportError.ACCESS_DENIED);
        }
    }
}
