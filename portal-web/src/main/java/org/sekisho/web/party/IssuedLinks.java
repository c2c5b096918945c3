package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.ejb.party.IssuedLink;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Say;

/** Carries a one-time link over the redirect to the page that shows it, once. */
@Named
@RequestScoped
public class IssuedLinks {

    private static final String KEPT = "issued-link";

    @Inject
    private Say say;

    @Inject
    private Moments moments;

    /** Keeps the link for the next page. */
    void keep(IssuedLink link) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().put(KEPT, link);
    }

    private @Nullable IssuedLink link() {
        Object kept = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getFlash()
                .get(KEPT);
        return kept instanceof IssuedLink issued ? issued : null;
    }

    public boolean isThere() {
        return link() != null;
    }

    /** The link, where this administrator hands it over; else empty. */
    public String getUrl() {
        IssuedLink link = link();
        return link == null ? "" : link.url().orElse("");
    }

    /** How the link reaches the person. */
    public String getWords() {
        IssuedLink link = link();
        if (link == null) {
            return "";
        }
        if (link.expiresAt().isEmpty()) {
            return say.text("issued-link.elsewhere", Map.of());
        }
        return link.url().isPresent()
                ? say.text(
                        "issued-link.words",
                        Map.of("until", moments.time(link.expiresAt().get())))
                : say.of("issued-link", link.delivery());
    }
}
