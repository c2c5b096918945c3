package org.sekisho.ejb.report.release;

import java.util.List;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Asks for the release of a report to an organisation.
 *
 * @param readHash the revision that was read
 * @param people e-mail addresses of those who may read it; empty for everyone who acts for the recipient
 * @param sourceWithheld whether the owner's name is left out
 * @param language of the headings, where the format has any
 */
public record RequestRelease(
        UUID report,
        String readHash,
        UUID recipient,
        List<String> people,
        Format format,
        boolean sourceWithheld,
        ReadingLanguage language)
        implements Command {

    public RequestRelease {
        people = List.copyOf(people);
    }

    @Override
    public Subject subject() {
        return new Subject(Report.KIND, report);
    }
}
