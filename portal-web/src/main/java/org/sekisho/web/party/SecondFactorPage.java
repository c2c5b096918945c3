package org.sekisho.web.party;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.party.SecondFactorEnrolment;
import org.sekisho.ejb.party.SecondFactorService;
import org.sekisho.ejb.party.SignedIn;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.PictureCode;
import org.sekisho.web.shared.SessionCookie;

/** The part of the account page that sets a second factor up, gives a code, or takes it off. */
@Named
@ViewScoped
public class SecondFactorPage implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String ACCOUNT = "/account";
    private static final int GROUP = 4;

    @Inject
    private transient SecondFactorService secondFactors;

    @Inject
    private transient SessionCookie cookie;

    @Inject
    private transient Notices notices;

    /** Only in the memory of this view, for as long as it shows the key. */
    private transient @Nullable SecondFactorEnrolment enrolment;

    private String code = "";

    /** Makes a key and shows it. */
    public void start() {
        enrolment = secondFactors.startEnrolment();
    }

    /** Turns the second factor on with its first code. */
    public void finish() {
        continueWith(secondFactors.finishEnrolment(code), "account.second-factor-done", ACCOUNT);
    }

    /** Gives a code in a session that began without one. */
    public void give() {
        try {
            continueWith(secondFactors.giveCode(code), "account.second-factor-given", "/home");
        } catch (Refusal refusal) {
            atField("given", refusal);
        }
    }

    /** Takes the second factor off. */
    public void remove() {
        try {
            secondFactors.remove(code);
            notices.done("account.second-factor-removed", Map.of());
            notices.leadTo(ACCOUNT);
        } catch (Refusal refusal) {
            atField("removing", refusal);
        }
    }

    public boolean isStarted() {
        return enrolment != null;
    }

    /** The key in groups of four, for typing. */
    public String getSecret() {
        return enrolment == null ? "" : enrolment.secret().replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    public @Nullable PictureCode getPicture() {
        return enrolment == null ? null : PictureCode.of(enrolment.uri());
    }

    public String getCode() {
        return "";
    }

    public void setCode(@Nullable String code) {
        if (code != null) {
            this.code = code;
        }
    }

    /** The field of a code has another name in each part of the page. */
    private void atField(String field, Refusal refusal) {
        if (refusal.code() != AccountError.CODE_WRONG) {
            throw refusal;
        }
        notices.wrong(field, "error.account.code-wrong");
    }

    private void continueWith(SignedIn signedIn, String words, String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        cookie.renew(faces.getExternalContext(), signedIn.token());
        notices.done(words, Map.of());
        notices.leadTo(path);
    }
}
