package org.sekisho.web.party;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.party.signin.Client;
import org.sekisho.domain.party.signin.SessionKind;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.party.SignIn;
import org.sekisho.ejb.party.SignInService;
import org.sekisho.ejb.party.SignedIn;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.RefusalWords;
import org.sekisho.web.shared.SessionCookie;

/** The page of signing in: address and password, then the one-time code where one is enrolled. */
@Named
@ViewScoped
public class SignInPage implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignInService signIns;

    @Inject
    private transient SessionCookie cookie;

    @Inject
    private transient Me me;

    private String username = "";
    private String password = "";
    private String code = "";
    private String then = "";
    private boolean codeAsked;

    /** Signs in and goes to where the person wanted to go. */
    public void submit() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        Client client = Client.of(Caller.current().address(), request.getHeader("User-Agent"));
        try {
            SignedIn signedIn = signIns.signIn(new SignIn(username, password, code, SessionKind.PAGE, client));
            cookie.begin(faces.getExternalContext(), signedIn.token());
            faces.getExternalContext().redirect(within(then));
            faces.responseComplete();
        } catch (Refusal refusal) {
            if (refusal.code() == AccountError.SECOND_FACTOR_NEEDED) {
                codeAsked = true;
            } else {
                code = "";
                codeAsked = codeAsked && refusal.code() != AccountError.SIGN_IN_FAILED;
                String words = RefusalWords.of(refusal, me.getLocale());
                faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null));
            }
        }
    }

    /** Signs out and takes the cookie away. */
    public void signOut() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        signIns.signOut();
        cookie.end(faces.getExternalContext());
        faces.getExternalContext().redirect("/sign-in");
        faces.responseComplete();
    }

    /** Only an address within the portal: a link must not lead away from here. */
    static String within(String then) {
        boolean own = then.startsWith("/")
                && !then.startsWith("//")
                && !then.startsWith("/sign-in")
                && then.chars().allMatch(each -> each > ' ' && each != '\\');
        return own ? then : "/home";
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username == null ? "" : username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code == null ? "" : code;
    }

    public String getThen() {
        return then;
    }

    public void setThen(String then) {
        this.then = then == null ? "" : then;
    }

    public boolean isCodeAsked() {
        return codeAsked;
    }
}
