package org.sekisho.ejb.report;

import java.util.UUID;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Writes a new revision of a report.
 *
 * @param readHash the revision that was changed
 */
public record ReviseReport(UUID report, String readHash, ReportContent content) implements Command {

    @Override
    public Subject subject() {
        return new Subject(Report.KIND, report);
    }
}
