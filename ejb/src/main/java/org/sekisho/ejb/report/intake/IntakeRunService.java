package org.sekisho.ejb.report.intake;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import org.sekisho.domain.report.intake.FileReading;
import org.sekisho.domain.report.intake.Intake;
import org.sekisho.domain.report.intake.IntakeFailure;
import org.sekisho.domain.report.intake.IntakeProgress;
import org.sekisho.domain.report.intake.IntakeTally;
import org.sekisho.domain.report.intake.Intakes;
import org.sekisho.domain.report.intake.RatedFinding;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.intake.StagedFinding;
import org.sekisho.domain.report.severity.ExploitationLists;
import org.sekisho.ejb.report.ReportRating;
import org.sekisho.ejb.report.escalation.Escalating;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** The steps of reading a file of reports, each a short transaction but the one that publishes; {@link IntakeRunner} takes them. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class IntakeRunService {

    @Inject
    private CurrentAct act;

    @Inject
    private IntakeGate gate;

    @Inject
    private Intakes intakes;

    @Inject
    private ReportRating rating;

    @Inject
    private Escalating escalating;

    @Inject
    private ExploitationLists lists;

    /** Keeps a batch of items, unseen. An empty one says that the reading goes on. */
    @Permission(value = "report-import:run", recorded = Recorded.UNDONE)
    public void stage(
            IntakeOrder order, List<StagedFinding> findings, List<Rejection> rejections, IntakeProgress progress) {
        Intake intake = intakes.require(order.intake());
        intake.staged(act.actor(), order.attempt(), progress, act.now());
        if (!findings.isEmpty()) {
            intakes.stage(
                    intake,
                    RatedFinding.of(findings, rating.tables(intake.origin().agreement()), lists));
        }
        intakes.reject(intake, rejections);
    }

    /**
     * Makes reports of everything that is staged, at once.
     *
     * @param read what the reader met
     */
    @Permission("report-import:run")
    public IntakeTally publish(IntakeOrder order, FileReading read) {
        Intake intake = intakes.require(order.intake());
        // Before anything is published: the staged items may be another attempt's by now.
        intake.requireRun(order.attempt());
        // And somebody may have been frozen since it began.
        gate.require(intake.origin().agreement(), "");
        IntakeTally tally = intakes.publish(intake, act.now());
        escalating.evaluateImported(intake.id(), intake.origin().agreement());
        act.happened(intake.publish(act.actor(), order.attempt(), read, tally, act.now()));
        return tally;
    }

    /** The file can't be taken in: what was staged of it goes. */
    @Permission("report-import:run")
    public void refuse(IntakeOrder order, IntakeFailure why) {
        Intake intake = intakes.require(order.intake());
        intake.requireRun(order.attempt());
        intakes.discard(intake);
        act.happened(intake.refuse(act.actor(), order.attempt(), why, act.now()));
    }
}
