package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.report.ReportClockService.Due;
import org.sekisho.ejb.shared.Caller;

/** Runs the job {@code system:report-clock}: one act for each thing that is due, and one that fails keeps no other from its turn. */
@ApplicationScoped
public class ReportClocks {

    private static final Logger LOG = Logger.getLogger(ReportClocks.class.getName());

    @Inject
    private ReportClockService service;

    /** Does what is due with every report. */
    public void look() {
        Due due = Caller.as(SystemJob.REPORT_CLOCK, service::dueByClock);
        due.late().forEach(report -> settle(report, () -> service.alert(report)));
        due.deferralOver().forEach(report -> settle(report, () -> service.endDeferral(report)));
        due.embargoesOver().forEach(embargo -> settle(embargo, () -> service.endEmbargo(embargo)));
        due.measuresUnreviewed()
                .forEach((measure, report) -> settle(report, () -> service.alertMeasure(report, measure)));
        due.measuresOver().forEach((measure, report) -> settle(report, () -> service.expireMeasure(report, measure)));
    }

    private static void settle(UUID thing, Runnable verb) {
        try {
            Caller.as(SystemJob.REPORT_CLOCK, () -> {
                verb.run();
                return thing;
            });
        } catch (Refusal meanwhile) {
            // Another node was first, or somebody decided; the refusal is in the trail.
            LOG.log(Level.FINE, "Not due any more: " + thing, meanwhile);
        } catch (RuntimeException broken) {
            LOG.log(Level.SEVERE, "The clock of " + thing + " could not be settled", broken);
        }
    }
}
