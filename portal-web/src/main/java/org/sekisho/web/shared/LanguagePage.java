package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.party.AccountService;

/** The switch of language on every page. */
@Named
@RequestScoped
public class LanguagePage {

    @Inject
    private Me me;

    @Inject
    private AccountService accounts;

    @Inject
    private Settings settings;

    /** Switches the language and comes back to the same page. */
    public void choose(String tag) throws IOException {
        ReadingLanguage language = ReadingLanguage.ofTag(tag).orElse(ReadingLanguage.EN);
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        HttpServletResponse response =
                (HttpServletResponse) faces.getExternalContext().getResponse();
        if (me.isSignedIn()) {
            accounts.chooseLanguage(language);
        }
        LanguageCookie.write(response, language.locale(), settings.secure());
        String query = request.getQueryString();
        response.sendRedirect(request.getRequestURI() + (query == null ? "" : "?" + query));
        faces.responseComplete();
    }
}
