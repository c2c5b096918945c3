package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.sekisho.ejb.assurance.PackKeyService;
import org.sekisho.ejb.assurance.PublishedKey;

/** The public keys of the portal, for everybody who checks what it signed. */
@Named
@RequestScoped
public class KeysPage {

    @Inject
    private PackKeyService keys;

    private @Nullable PublishedKey pack;

    public PublishedKey getPack() {
        if (pack == null) {
            pack = keys.key();
        }
        return pack;
    }
}
