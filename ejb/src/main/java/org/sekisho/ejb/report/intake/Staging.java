package org.sekisho.ejb.report.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.report.ReportDraft;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.intake.FileReading;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.FindingJson;
import org.sekisho.domain.report.intake.FindingReport;
import org.sekisho.domain.report.intake.FindingSink;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.intake.StagedFinding;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.Vault;
import org.sekisho.domain.vault.Vault.Place;

/**
 * Seals what a reader finds, and hands it on in batches, so that a file of any size is staged in constant memory and short
 * transactions. For one file and one thread; {@link #finish} hands on the rest.
 */
public final class Staging implements FindingSink {

    /** The table whose rows hold sealed findings. */
    public static final String TABLE = "finding";

    private static final String COLUMN = "sealed";
    private static final int MOST_ITEMS = 200;
    private static final long MOST_BYTES = 4L << 20;

    private final UUID organisation;
    private final Vault vault;
    private final Batches batches;
    private List<StagedFinding> findings = new ArrayList<>();
    private List<Rejection> rejections = new ArrayList<>();
    private long bytes;
    private long read;
    private int failedRuns;

    /** Stages batches, each in a transaction of its own. */
    @FunctionalInterface
    public interface Batches {
        void stage(List<StagedFinding> findings, List<Rejection> rejections);
    }

    public Staging(UUID organisation, Vault vault, Batches batches) {
        this.organisation = organisation;
        this.vault = vault;
        this.batches = batches;
    }

    /** Where the words of a finding are sealed. */
    public static Place place(UUID finding, UUID organisation) {
        return new Place(TABLE, finding, organisation).column(COLUMN);
    }

    @Override
    public void found(long index, Finding finding) {
        ReportDraft draft;
        try {
            draft = ReportDraft.of(organisation, FindingReport.content(finding), vault);
        } catch (Refusal unfit) {
            if (unfit.code() != ReportError.CONTENT_MALFORMED) {
                throw unfit;
            }
            rejected(Rejection.of(index, "", RejectReason.TOO_LARGE));
            return;
        }
        UUID id = Ids.next();
        byte[] sealed = vault.seal(place(id, organisation), FindingJson.write(finding));
        findings.add(new StagedFinding(
                id,
                index,
                finding.fingerprint(),
                finding.score(),
                FindingReport.stated(finding),
                finding.standing(),
                FindingReport.severity(finding),
                finding.leftOut(),
                finding.cves(),
                sealed,
                FindingReport.foundBy(finding),
                draft));
        bytes += sealed.length + draft.sealed().length;
        count();
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
        count();
    }

    @Override
    public void runsFailed(int count) {
        failedRuns = count;
    }

    /**
     * Hands on what is left.
     *
     * @return what the reader met, to be held against what the database counts
     */
    public FileReading finish() {
        handOn();
        return new FileReading(read, failedRuns);
    }

    private void count() {
        read++;
        if (findings.size() + rejections.size() >= MOST_ITEMS || bytes >= MOST_BYTES) {
            handOn();
        }
    }

    private void handOn() {
        if (!findings.isEmpty() || !rejections.isEmpty()) {
            batches.stage(List.copyOf(findings), List.copyOf(rejections));
            findings = new ArrayList<>();
            rejections = new ArrayList<>();
            bytes = 0;
        }
    }
}
