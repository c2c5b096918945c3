package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.signin.LinkDelivery;
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
        return shown(LinkDelivery.ORGANISATION_ADMINISTRATOR);
    }

    /** The link sealed to the organisation's key, where it goes that way; else empty. */
    public String getSealed() {
        return shown(LinkDelivery.SEALED);
    }

    private String shown(LinkDelivery delivery) {
        IssuedLink link = link();
        return link == null || link.delivery() != delivery ? "" : link.shown().orElse("");
    }

    /** What the notice is titled, where there is something to pass on. */
    public String getTitle() {
        if (!getUrl().isEmpty()) {
            return say.text("issued-link.title", Map.of());
        }
        return getSealed().isEmpty() ? "" : say.text("issued-link.sealed-title", Map.of());
    }

    /** How the link reaches the person. */
    public String getWords() {
        IssuedLink link = link();
        if (link == null) {
            return "";
        }
        if (link.expiresAt().isEmpty()) {
            boolean sealed = link.delivery() == LinkDelivery.SEALED;
            return say.text(sealed ? "issued-link.no-key" : "issued-link.elsewhere", Map.of());
        }
        if (link.delivery() == LinkDelivery.MAIL) {
            return say.of("issued-link", link.delivery());
        }
        String key = link.delivery() == LinkDelivery.SEALED ? "issued-link.sealed-words" : "issued-link.words";
        return say.text(key, Map.of("until", moments.time(link.expiresAt().get())));
    }
}
