package org.sekisho.ejb.report;

import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.FoundBy;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Files a report for the institution of whoever calls.
 *
 * @param agreement under which the model found it
 * @param label how far it may be passed on
 * @param said of its surroundings
 * @param foundBy how it was found
 */
public record FileReport(UUID agreement, Tlp label, ReportContent content, Assessment said, FoundBy foundBy)
        implements Command {

    /** Files one of which nobody says how it was found. */
    public FileReport(UUID agreement, Tlp label, ReportContent content, Assessment said) {
        this(agreement, label, content, said, FoundBy.UNSAID);
    }

    /** Files one of whose surroundings nobody says anything yet. */
    public FileReport(UUID agreement, Tlp label, ReportContent content) {
        this(agreement, label, content, Assessment.NONE);
    }

    @Override
    public Subject subject() {
        return new Subject("agreement", agreement);
    }
}
