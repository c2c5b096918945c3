package org.sekisho.ejb.report.release;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.report.release.Release;
import org.sekisho.domain.report.release.ReleaseDirectory;
import org.sekisho.domain.report.release.ReleaseRow;
import org.sekisho.domain.report.release.Releases;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.ReportGate;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** What a recipient does with a release. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ReceivedReleaseService {

    @Inject
    private CurrentAct act;

    @Inject
    private Releases releases;

    @Inject
    private ReleaseDirectory directory;

    @Inject
    private ReportGate gate;

    @Inject
    private Vault vault;

    /** The very bytes that were released: for the recipient, for its owner, and for who approves it. */
    @Permission("release:receive")
    public ReleasedFile content(@About(Release.KIND) UUID release) {
        Release found = releases.require(release);
        if (act.actor().isOf(found.recipient())) {
            found.receipt().requireReader(act.actor());
            gate.requireUnfrozen();
        } else {
            gate.require(found.agreement(), found.organisation(), Action.REPORT_READ);
        }
        byte[] bytes = releases.content(release)
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND))
                .open(found, vault);
        String name = directory.find(release).map(ReleaseRow::reference).orElse("release");
        return new ReleasedFile(
                name + ReleaseRendering.ending(found.format()),
                ReleaseRendering.mediaType(found.format()),
                found.sha256(),
                bytes);
    }

    /** Confirms that it was received. */
    @Permission("release:receive")
    public void confirmReceipt(@About(Release.KIND) UUID release) {
        gate.requireUnfrozen();
        act.happened(releases.requireLocked(release).receipt().received(act.actor(), act.now()));
    }

    /** Confirms that it, and what was taken from it, was destroyed after its recall. */
    @Permission("release:receive")
    public void confirmDestruction(@About(Release.KIND) UUID release) {
        act.happened(releases.requireLocked(release).receipt().destroyed(act.actor(), act.now()));
    }
}
