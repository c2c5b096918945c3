package org.sekisho.domain.report.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.FoundBy;
import org.sekisho.domain.report.ReportDraft;
import org.sekisho.domain.report.severity.CveId;
import org.sekisho.domain.report.severity.CvssScore;
import org.sekisho.domain.report.severity.CvssSeverity;

/**
 * A finding as it is staged: what lists and matching need in the open, all words sealed.
 *
 * @param item its index in the file, from 0
 * @param sealed the finding as {@link FindingJson} writes it, sealed by the vault
 * @param stated how grave the source calls it, for as long as no vector has a score
 * @param effect what the source says of it
 * @param severity what the risk table is asked with
 * @param leftOut how many entries of its lists were too many to keep
 * @param cves what the published lists are asked with
 * @param foundBy what the file says of its tool
 * @param draft what becomes its report
 */
public record StagedFinding(
        UUID id,
        long item,
        Fingerprint fingerprint,
        Optional<CvssScore> score,
        Optional<CvssSeverity> stated,
        Finding.Standing effect,
        Optional<CvssSeverity> severity,
        int leftOut,
        List<CveId> cves,
        byte[] sealed,
        FoundBy foundBy,
        ReportDraft draft) {

    public StagedFinding {
        cves = List.copyOf(cves);
    }
}
