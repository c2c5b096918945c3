package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.report.review.ReviewChains;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** Interim measures: ordered and lifted by the institution's CISO; the authority's duty officer confirms having read of one. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class MeasureService {

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private ReviewChains chains;

    @Inject
    private ReportGate gate;

    @Inject
    private Vault vault;

    /** Orders a measure; its id. From now on the authority reads the report, and its duty officers are told. */
    @Permission("measure:order")
    public UUID order(OrderMeasure command) {
        Report report = requireLocked(command.report());
        InterimMeasure measure = new InterimMeasure(
                report, command.kind(), act.actor(), command.reason(), command.expiresAt(), vault, act.now());
        chains.add(measure);
        act.happened(measure.ordered());
        return measure.id();
    }

    /** Undoes a measure before its end, or says that it was undone after it. */
    @Permission("measure:order")
    public void lift(@About(Report.KIND) UUID report, UUID measure) {
        requireLocked(report);
        act.happened(require(report, measure).lift(act.actor(), act.now()));
    }

    /** The authority's duty officer has read of a measure. That agrees to nothing. */
    @Permission("measure:acknowledge")
    public void acknowledge(@About(Report.KIND) UUID report, UUID measure) {
        requireLocked(report);
        act.happened(require(report, measure).acknowledge(act.actor(), act.now()));
    }

    private Report requireLocked(UUID report) {
        Report found = reports.requireLocked(report);
        gate.require(found, Action.REPORT_READ);
        return found;
    }

    private InterimMeasure require(UUID report, UUID measure) {
        return chains.measure(measure)
                .filter(found -> found.report().equals(report))
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }
}
