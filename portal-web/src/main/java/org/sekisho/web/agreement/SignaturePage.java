package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.SignatureRow;
import org.sekisho.domain.agreement.SignatureState;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.ConfirmSignature;
import org.sekisho.ejb.agreement.OutsideSigningService;
import org.sekisho.ejb.agreement.SigningService;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.web.shared.FileDownload;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** One signature made outside: its file, and the two confirmations that it matches. */
@Named
@RequestScoped
public class SignaturePage {

    @Inject
    private AgreementPage page;

    @Inject
    private SigningService signing;

    @Inject
    private OutsideSigningService outside;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private String fileHash = "";
    private String reason = "";
    private boolean compared;

    /** The one that the address names, else the first that waits to be confirmed. */
    public SignatureRow getRow() {
        String id = FormValues.text(request.getParameter("signature"));
        return page.getVersion().signatures().stream()
                .filter(each -> each.fileHash().isPresent())
                .filter(each -> id.isEmpty()
                        ? each.state() == SignatureState.UNCONFIRMED
                        : each.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    public PartyRow getParty() {
        return page.getVersion().parties().stream()
                .filter(each -> each.organisation().equals(getRow().organisation()))
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Whether the side for which the person confirms hasn't confirmed yet. */
    public boolean isConfirmationOffered() {
        SignatureRow row = getRow();
        boolean own = row.organisation().equals(me.getAccount().organisation());
        boolean forCoordinator = page.isCoordinator() && !row.coordinatorConfirmed();
        boolean forParty = own && me.can("agreement:confirm-signature") && !row.partyConfirmed();
        return row.state() == SignatureState.UNCONFIRMED && (forCoordinator || forParty);
    }

    /** Answers with the signed file; the reading is recorded. */
    public void download() {
        FileToSend file = outside.signedFile(page.getId(), page.getNumber(), getRow().id());
        FileDownload.send(file.name(), file.mediaType(), file::writeTo);
    }

    public void confirm() {
        if (!compared) {
            notices.wrong("compared", "signature.compare-first");
            return;
        }
        signing.confirmSignature(
                new ConfirmSignature(page.getId(), page.getNumber(), getRow().organisation(), fileHash));
        back("signature.confirmed");
    }

    public void reject() {
        signing.rejectSignature(page.getId(), page.getNumber(), getRow().organisation(), reason);
        back("signature.rejected");
    }

    private void back(String key) {
        notices.done(key, Map.of());
        notices.leadTo("/agreement?id=" + page.getId());
    }

    /** The hash of the file that the page showed goes along: nobody confirms another file than the one they looked at. */
    public String getFileHash() {
        return getRow().fileHash().orElse("");
    }

    public void setFileHash(String fileHash) {
        this.fileHash = FormValues.text(fileHash);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = FormValues.text(reason);
    }

    public boolean isCompared() {
        return compared;
    }

    public void setCompared(boolean compared) {
        this.compared = compared;
    }
}
