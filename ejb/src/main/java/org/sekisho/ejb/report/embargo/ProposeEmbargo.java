package org.sekisho.ejb.report.embargo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Proposes that a report isn't made known before a moment.
 *
 * @param zone in which the moment was meant
 * @param asked the organisations that are asked to keep it
 * @param answerBy by when each of them answers; silence isn't consent
 */
public record ProposeEmbargo(UUID report, Instant until, ZoneId zone, List<UUID> asked, Instant answerBy)
        implements Command {

    public ProposeEmbargo {
        asked = List.copyOf(asked);
    }

    @Override
    public Subject subject() {
        return new Subject(Report.KIND, report);
    }
}
