package org.sekisho.ejb.report.release;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.embargo.Embargoes;
import org.sekisho.domain.report.release.Release;
import org.sekisho.domain.report.release.ReleaseError;
import org.sekisho.domain.report.release.Releases;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.ReportGate;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** The approvals that the export clause asks for. The last one releases. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ReleaseApprovalService {

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private Releases releases;

    @Inject
    private Embargoes embargoes;

    @Inject
    private ReportGate gate;

    @Inject
    private Vault vault;

    /**
     * Approves the very bytes that a hash names.
     *
     * @param readHash of what would leave
     * @throws Refusal with a {@link ReleaseError}
     */
    @Permission("release:approve")
    public void approve(@About(Release.KIND) UUID release, String readHash) {
        Release found = releases.requireLocked(release);
        Report report = reports.require(found.report());
        // Whoever lost access, or was frozen, approves nothing.
        gate.require(report, Action.REPORT_READ);
        boolean bound = embargoes
                .inEffect(report.id())
                .map(embargo -> embargo.lets(found.recipient(), act.now()))
                .orElse(true);
        act.happened(found.approval().approve(act.actor(), role(found), readHash, report, bound, act.now()));
    }

    /** Says no, with the reason: nothing leaves. */
    @Permission("release:approve")
    public void decline(@About(Release.KIND) UUID release, String reason) {
        Release found = releases.requireLocked(release);
        act.happened(found.approval().decline(act.actor(), role(found), reason, vault, act.now()));
    }

    private Role role(Release release) {
        return release.approval().askedOf(act.actor()).orElseGet(() -> release.needed().stream()
                .map(each -> each.role())
                .filter(act.actor()::holds)
                .findFirst()
                .orElseThrow(() -> new Refusal(ReleaseError.APPROVAL_NOT_ASKED)));
    }
}
