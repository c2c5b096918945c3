package org.sekisho.ejb.report.intake;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.report.ReportStep;
import org.sekisho.domain.report.intake.Intake;
import org.sekisho.domain.report.intake.IntakeContent;
import org.sekisho.domain.report.intake.Intakes;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.report.redaction.Redactor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.Vault;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.report.ReportGate;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** The files that were imported, as they came: what a report says was read from them, and what it left out stands there. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class SourceFileService {

    /** Whatever the format is called: no browser opens it. */
    private static final String BYTES = "application/octet-stream";

    @Inject
    private CurrentAct act;

    @Inject
    private Intakes intakes;

    @Inject
    private ReportGate gate;

    @Inject
    private Redactor redactor;

    @Inject
    private Vault vault;

    @Inject
    private ContentStore store;

    /**
     * The file of an import, byte by byte. Nothing is masked in it, so it is for whoever imported it and for colleagues who may see what is
     * masked, and takes a reason, which the trail keeps before a byte leaves.
     *
     * @throws Refusal with {@link SharedError#NOT_FOUND} for another organisation's; with a code of {@code ReportError} where the
     *     agreement doesn't let the actor read its reports now
     */
    @Permission("report-import:hand-out")
    public FileToSend handOut(@About(Intake.KIND) UUID intake, String reason) {
        Intake from = intakes.find(intake).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        gate.require(from.origin().agreement(), from.organisation(), Action.REPORT_READ);
        String why = Checks.requireText(reason, "reason", ReportStep.REASON_LIMIT);
        IntakeContent content = intakes.content(intake).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        act.happened(from.handOut(act.actor(), new Masking(redactor, EnumSet.allOf(SensitiveMatter.class)).text(why)));
        Place place = new Place(IntakeService.TABLE, intake, content.organisation());
        String blob = content.blob();
        return new FileToSend(
                vault.openText(place.column(IntakeService.FILE_NAME), content.sealedFileName()),
                BYTES,
                from.size(),
                from.sha256(),
                0,
                from.size() - 1,
                offset -> store.open(place, blob, offset));
    }
}
