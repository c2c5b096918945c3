package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.ApprovalRow;
import org.sekisho.domain.agreement.AuthorityRow;
import org.sekisho.ejb.agreement.SignAgreement;
import org.sekisho.ejb.agreement.SigningService;
import org.sekisho.ejb.agreement.SigningSheet;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** The page of signing: what is signed, as whom and by which right, then password and one-time code. */
@Named
@RequestScoped
public class SignPage {

    @Inject
    private AgreementPage page;

    @Inject
    private SigningService signing;

    @Inject
    private Notices notices;

    @Inject
    private AgreementWords words;

    @Inject
    private Me me;

    private String hash = "";
    private String authority = "";
    private String password = "";
    private String code = "";
    private boolean read;
    private @Nullable SigningSheet sheet;

    /** What is shown to whoever is about to sign. */
    public SigningSheet getSheet() {
        if (sheet == null) {
            sheet = signing.sheet(page.getId(), page.getSignableNumber());
        }
        return sheet;
    }

    /** Whether all is there that a signature needs beside the credentials. */
    public boolean isReady() {
        SigningSheet shown = getSheet();
        return shown.party().isPresent()
                && shown.approved()
                && !shown.signed()
                && !shown.authorities().isEmpty()
                && page.isSignable()
                && me.can("agreement:sign");
    }

    /** The rights to sign that count today. */
    public List<Choice> getAuthorities() {
        return getSheet().authorities().stream().map(this::choice).toList();
    }

    private Choice choice(AuthorityRow row) {
        return new Choice(row.id().toString(), words.authority(row));
    }

    /** The latest internal approval of this content by the person's own organisation. */
    public Optional<ApprovalRow> getApproval() {
        UUID own = me.getAccount().organisation();
        return getSheet().version().approvals().stream()
                .filter(each -> each.organisation().equals(own))
                .reduce((earlier, later) -> later.attempt() > earlier.attempt() ? later : earlier);
    }

    /** Signs what was read. */
    public void sign() {
        if (!read) {
            notices.wrong("read", "sign.read-first");
            return;
        }
        int number = page.getSignableNumber();
        signing.sign(new SignAgreement(
                page.getId(),
                number,
                hash,
                Optional.of(authority).filter(given -> !given.isEmpty()).map(UUID::fromString),
                password,
                code));
        notices.done("sign.done", Map.of("number", number));
        notices.leadTo("/agreement?id=" + page.getId());
    }

    /** What the page showed when it was sent: the hash goes along, so that nobody signs what they haven't seen. */
    public String getHash() {
        return getSheet().version().row().contentHash().orElse("");
    }

    public void setHash(String hash) {
        this.hash = hash == null ? "" : hash;
    }

    public String getAuthority() {
        return authority;
    }

    public void setAuthority(String authority) {
        this.authority = authority == null ? "" : authority;
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code == null ? "" : code;
    }

    public boolean isRead() {
        return read;
    }

    public void setRead(boolean read) {
        this.read = read;
    }
}
