package org.sekisho.ejb.report;

import java.util.UUID;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Decides on a revision in the stage that decides now.
 *
 * @param readHash of the revision that was read
 * @param reason needed for a rejection and for an institution's agreement to a high risk; otherwise it may be empty
 * @param password entered again where a high risk is agreed to; else empty
 * @param code a one-time code; empty where the person has no second factor
 */
public record CastVote(UUID report, String readHash, Choice choice, String reason, String password, String code)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject(Report.KIND, report);
    }
}
