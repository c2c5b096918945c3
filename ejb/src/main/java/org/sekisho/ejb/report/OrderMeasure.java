package org.sekisho.ejb.report;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Orders what can't wait for both sides.
 *
 * @param expiresAt when it ends, unless it is lifted before
 */
public record OrderMeasure(UUID report, InterimMeasure.Kind kind, Instant expiresAt, String reason) implements Command {

    @Override
    public Subject subject() {
        return new Subject(Report.KIND, report);
    }
}
