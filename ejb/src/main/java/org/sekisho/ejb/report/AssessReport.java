package org.sekisho.ejb.report;

import java.util.UUID;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Says what a report's surroundings are like.
 *
 * @param readHash the revision that was read
 * @param said all of it; what isn't said counts as not known
 */
public record AssessReport(UUID report, String readHash, Assessment said) implements Command {

    @Override
    public Subject subject() {
        return new Subject(Report.KIND, report);
    }
}
