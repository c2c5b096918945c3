package org.sekisho.ejb.report;

import java.util.UUID;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Shows what is masked for the actor in one revision.
 *
 * @param readHash of the revision that was read
 * @param reason why; it is kept in the trail
 * @param password entered again
 * @param code a one-time code; empty where the person has no second factor
 */
public record UnmaskReport(UUID report, String readHash, String reason, String password, String code)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject(Report.KIND, report);
    }
}
