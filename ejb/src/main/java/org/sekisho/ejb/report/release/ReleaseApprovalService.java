package org.sekisho.ejb.report.release;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.ExportClause;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.embargo.Embargoes;
import org.sekisho.domain.report.release.Release;
import org.sekisho.domain.report.release.ReleaseError;
import org.sekisho.domain.report.release.Releases;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.ReportGate;
import org.sekisho.ejb.report.ReportTerms;
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
    private ReportTerms terms;

    @Inject
    private Vault vault;

    /**
     * Approves the very bytes that a hash names. What the agreement asks for a release has to hold still, of whoever asked for it and of the
     * export clause: between the asking and the last approval lie days.
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
        requireStillPermitted(found);
        boolean bound = embargoes
                .inEffect(report.id())
                .map(embargo -> embargo.lets(found.recipient(), act.now()))
                .orElse(true);
        act.happened(found.approval().approve(act.actor(), role(found), readHash, report, bound, act.now()));
    }

    private void requireStillPermitted(Release release) {
        release.requireForeseen(terms.clause(release.agreement(), ClauseKind.EXPORT, ExportClause.class));
        Set<Action> asked = ReleaseRendering.isForMachines(release.format())
                ? Set.of(Action.REPORT_RELEASE, Action.REPORT_EXPORT)
                : Set.of(Action.REPORT_RELEASE);
        Checks.check(
                asked.stream().allMatch(each -> gate.permits(release.requestedBy(), release.agreement(), each)),
                ReleaseError.ASKER_LAPSED);
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
