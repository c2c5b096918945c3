package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.Revision;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.report.redaction.Redactor;
import org.sekisho.domain.report.redaction.Unmasking;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.party.Reauthenticating;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** What stands behind the masks of a report: shown once, to a reviewer who says why and whose credentials are asked for again. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class UnmaskService {

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private ReportGate gate;

    @Inject
    private ReportMasking maskings;

    @Inject
    private Redactor redactor;

    @Inject
    private Reauthenticating reauthenticating;

    @Inject
    private Vault vault;

    /**
     * The masked passages of one revision. It opens them for this answer and nothing after it; the trail has committed to it before the
     * answer leaves.
     *
     * @throws Refusal with a {@link org.sekisho.domain.report.ReportError}; or with a code of {@code AccountError} for wrong credentials,
     *     which count
     */
    @Permission("report:unmask")
    public UnmaskedView unmask(UnmaskReport command) {
        Report report = reports.require(command.report());
        gate.require(report, Action.REPORT_REVIEW);
        Unmasking.requireReviewer(report, act.actor());
        Revision revision = Unmasking.revision(report, command.readHash());
        ReportContent written = reports.content(revision.id())
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND))
                .open(revision, vault);
        Masking masking = maskings.forReader(report.agreement(), report.organisation());
        Unmasking unmasking = new Unmasking(report, act.actor(), command.readHash(), masking.content(written));
        Masking everything = new Masking(redactor, EnumSet.allOf(SensitiveMatter.class));
        DomainEvent event = unmasking.event(command.reason(), everything);
        if (reauthenticating.prove(command.password(), command.code()).isEmpty()) {
            return new UnmaskedView(report.id(), unmasking.number(), unmasking.sha256(), List.of());
        }
        act.happened(event);
        return new UnmaskedView(
                report.id(),
                unmasking.number(),
                unmasking.sha256(),
                unmasking.passages().stream()
                        .map(each -> new UnmaskedView.Passage(each.number(), each.matter(), each.original()))
                        .toList());
    }
}
