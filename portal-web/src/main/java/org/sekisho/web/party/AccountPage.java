package org.sekisho.web.party;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.ejb.party.AccountService;
import org.sekisho.ejb.party.ChangePassword;
import org.sekisho.ejb.party.SignInService;
import org.sekisho.ejb.party.SignedIn;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;
import org.sekisho.web.shared.SessionCookie;

/** The page of one's own account: password, sign-ins, and for whom one acts. */
@Named
@ViewScoped
public class AccountPage implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String HERE = "/account";

    @Inject
    private transient AccountService accounts;

    @Inject
    private transient SignInService signIns;

    @Inject
    private transient SessionCookie cookie;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Say say;

    private transient @Nullable List<OrganisationRow> organisations;
    private String present = "";
    private String password = "";
    private String repeat = "";

    /** Changes the password. */
    public void changePassword() {
        if (!password.equals(repeat)) {
            notices.wrong("repeat", "link.differs");
            return;
        }
        accounts.changePassword(new ChangePassword(present, password));
        notices.done("account.password-done", Map.of());
        notices.leadTo(HERE);
    }

    /** Switches the letters that act on pages on or off. */
    public void chooseShortcuts(boolean shortcuts) {
        accounts.chooseShortcuts(shortcuts);
        notices.done(shortcuts ? "account.shortcuts-done-on" : "account.shortcuts-done-off", Map.of());
        notices.leadTo(HERE);
    }

    /** Ends all of them, this one too. */
    public void signOutEverywhere() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        signIns.signOutEverywhere();
        cookie.end(faces.getExternalContext());
        faces.getExternalContext().redirect("/sign-in");
        faces.responseComplete();
    }

    /** Acts for another of one's organisations, in a session with a new token. */
    public void actFor(OrganisationRow organisation) {
        SignedIn signedIn = accounts.actFor(organisation.id());
        FacesContext faces = FacesContext.getCurrentInstance();
        cookie.renew(faces.getExternalContext(), signedIn.token());
        notices.done("account.act-for-done", Map.of("organisation", say.name(organisation.name())));
        notices.leadTo("/home");
    }

    /** The organisations one may act for; only one for most people. */
    public List<OrganisationRow> getOrganisations() {
        if (organisations == null) {
            organisations = accounts.organisations();
        }
        return organisations;
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(@Nullable String present) {
        this.present = present == null ? "" : present;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password == null ? "" : password;
    }

    public String getRepeat() {
        return repeat;
    }

    public void setRepeat(@Nullable String repeat) {
        this.repeat = repeat == null ? "" : repeat;
    }
}
