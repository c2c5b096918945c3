package org.sekisho.ejb.report.escalation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.escalation.Escalation;
import org.sekisho.domain.report.escalation.EscalationDirectory;
import org.sekisho.domain.report.escalation.EscalationDocument;
import org.sekisho.domain.report.escalation.EscalationFilter;
import org.sekisho.domain.report.escalation.EscalationRow;
import org.sekisho.domain.report.escalation.EscalationView;
import org.sekisho.domain.report.escalation.Escalations;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.ReportGate;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Escalations: read, acknowledged and stood down by the authority, added to by the institution. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class EscalationService {

    @Inject
    private CurrentAct act;

    @Inject
    private Escalations escalations;

    @Inject
    private EscalationDirectory directory;

    @Inject
    private EscalationReader reader;

    @Inject
    private ReportGate gate;

    @Inject
    private Vault vault;

    /** Escalations that the actor may see: state and clock, nothing of what the reports say. */
    @Permission(value = "escalation:read", recorded = Recorded.REFUSALS)
    public Page<EscalationRow> list(EscalationFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /** One escalation, as far as the actor may see it. Where somebody of the authority reads what was sent, that is kept. */
    @Permission("escalation:read")
    public EscalationView one(@About(Escalation.KIND) UUID escalation) {
        EscalationRow row = directory.find(escalation).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        return reader.view(row, escalations.require(escalation));
    }

    /**
     * The bytes of what was sent, as their hash names them.
     *
     * @throws Refusal with {@link ReportError#CONTENT_MASKED} where people wrote in it what is masked for the reader
     */
    @Permission("escalation:read")
    public byte[] document(@About(Escalation.KIND) UUID escalation, String sha256) {
        Escalation found = escalations.require(escalation);
        gate.require(found.agreement(), found.organisation(), Action.REPORT_READ);
        EscalationDocument document = found.documents().stream()
                .filter(each -> each.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        byte[] bytes = reader.bytes(found, document).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        reader.requireWhole(found, document, bytes);
        return bytes;
    }

    /**
     * A duty officer of the authority takes it on.
     *
     * @param readHash of the rendering that was read
     */
    @Permission("escalation:acknowledge")
    public void acknowledge(@About(Escalation.KIND) UUID escalation, String readHash) {
        Escalation found = locked(escalation);
        act.happened(found.acknowledge(act.actor(), readHash, act.now()));
    }

    /** The institution's people add what the authority should know. No clock waits for it. */
    @Permission("escalation:add-context")
    public void addContext(@About(Escalation.KIND) UUID escalation, String text) {
        Escalation found = escalations.requireLocked(escalation);
        gate.requireUnfrozen();
        escalations.add(found.addContext(act.actor(), text, vault, act.now()));
        act.happened(found.contextAdded());
    }

    /** The institution marks it as given voluntarily, not to be made public. */
    @Permission("escalation:add-context")
    public void markVoluntary(@About(Escalation.KIND) UUID escalation) {
        Escalation found = escalations.requireLocked(escalation);
        gate.requireUnfrozen();
        act.happened(found.markVoluntary(act.actor(), act.now()));
    }

    /** The authority ends it, with the reason. */
    @Permission("escalation:stand-down")
    public void standDown(@About(Escalation.KIND) UUID escalation, String reason) {
        Escalation found = locked(escalation);
        act.happened(found.standDown(act.actor(), reason, vault, act.now()));
    }

    private Escalation locked(UUID escalation) {
        Escalation found = escalations.requireLocked(escalation);
        gate.require(found.agreement(), found.organisation(), Action.REPORT_READ);
        return found;
    }
}
