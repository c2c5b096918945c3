package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.party.AccountService;

/** The switch of language on every page. */
@Named
@RequestScoped
public class LanguagePage {

    private static final Set<String> ERRORS = Set.of("/not-found.xhtml", "/not-permitted.xhtml", "/failure.xhtml");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/]+(/(?!/)[^\\\\\\s]*)");

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
        response.sendRedirect(back(request.getRequestURI(), request.getQueryString(), request.getHeader("Referer")));
        faces.responseComplete();
    }

    /**
     * The address of the page. A page of errors stands under the address that went wrong, and only the browser says which that was;
     * of what it says the host is left out, so that it leads nowhere else.
     */
    static String back(String path, @Nullable String query, @Nullable String referrer) {
        if (ERRORS.contains(path) && referrer != null) {
            Matcher address = ADDRESS.matcher(referrer);
            return address.matches() ? address.group(1) : "/home";
        }
        return path + (query == null ? "" : "?" + query);
    }
}
