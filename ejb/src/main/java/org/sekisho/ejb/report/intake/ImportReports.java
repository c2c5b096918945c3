package org.sekisho.ejb.report.intake;

import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.FoundBy;
import org.sekisho.domain.report.Provenance;
import org.sekisho.domain.report.intake.IntakeOrigin;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * What somebody wants to import, before its bytes.
 *
 * @param environment its code in the agreement's clause; empty where none is named
 * @param tool model or tool, where the file doesn't say it
 * @param label how far the reports may be passed on
 * @param fileName as it came
 */
public record ImportReports(
        UUID agreement,
        SourceFormat format,
        String environment,
        String tool,
        String toolVersion,
        String run,
        Tlp label,
        String fileName)
        implements Command {

    /** Under what the findings came about, where that version of the agreement governs. */
    IntakeOrigin origin(int version) {
        FoundBy said = new FoundBy(environment, tool, toolVersion, run);
        return new IntakeOrigin(agreement, new Provenance(version, said), format, label);
    }

    @Override
    public Subject subject() {
        return new Subject("agreement", agreement);
    }
}
