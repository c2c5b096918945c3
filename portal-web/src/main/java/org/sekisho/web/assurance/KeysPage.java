package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.ejb.agreement.PublishedCertificate;
import org.sekisho.ejb.agreement.SignedDocumentService;
import org.sekisho.ejb.assurance.PackKeyService;
import org.sekisho.ejb.assurance.PublishedKey;

/** The public keys of the portal, for everybody who checks what it signed. */
@Named
@RequestScoped
public class KeysPage {

    @Inject
    private PackKeyService keys;

    @Inject
    private SignedDocumentService documents;

    private @Nullable PublishedKey pack;
    private @Nullable List<PublishedCertificate> certificates;

    public PublishedKey getPack() {
        if (pack == null) {
            pack = keys.key();
        }
        return pack;
    }

    /** Of documents, the one in force first. */
    public List<PublishedCertificate> getCertificates() {
        if (certificates == null) {
            certificates = documents.certificates();
        }
        return certificates;
    }
}
