package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.evidence.EvidenceRow;
import org.sekisho.domain.assurance.evidence.EvidenceState;
import org.sekisho.ejb.assurance.EvidenceLine;
import org.sekisho.ejb.assurance.EvidenceService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** One item of evidence: read, accepted or returned by auditors, taken back by whose it is. */
@Named
@RequestScoped
public class AuditEvidencePage {

    @Inject
    private AuditPage page;

    @Inject
    private EvidenceService evidence;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable EvidenceLine line;
    private @Nullable String reason;

    public UUID getId() {
        return FormValues.requireId(request, "id");
    }

    public EvidenceLine getLine() {
        if (line == null) {
            line = evidence.one(getId());
        }
        return line;
    }

    public EvidenceRow getRow() {
        return getLine().row();
    }

    /** Where the file itself is. */
    public String getFile() {
        return "/evidence-file?audit=" + page.getId() + "&id=" + getId();
    }

    public boolean isJudgeable() {
        return page.isWorking() && getRow().state() == EvidenceState.RECEIVED && me.can("audit:request");
    }

    public boolean isWithdrawable() {
        return getRow().state() == EvidenceState.RECEIVED
                && getRow().organisationId().equals(me.getAccount().organisation())
                && me.can("evidence:upload");
    }

    public void accept() {
        evidence.accept(getId(), page.getId());
        back("audit-evidence.done.accepted");
    }

    public void giveBack() {
        evidence.giveBack(getId(), page.getId(), FormValues.text(reason));
        back("audit-evidence.done.returned");
    }

    public void withdraw() {
        evidence.withdraw(getId());
        back("audit-evidence.done.withdrawn");
    }

    private void back(String key) {
        notices.done(key, Map.of());
        notices.leadTo("/audit-evidence?audit=" + page.getId() + "&id=" + getId());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
