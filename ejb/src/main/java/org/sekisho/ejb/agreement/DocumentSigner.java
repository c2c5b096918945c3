package org.sekisho.ejb.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.agreement.SignedDocument;
import org.sekisho.domain.agreement.SignedDocuments.Wanting;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.ContentStore.Writing;
import org.sekisho.domain.vault.DocumentKey;
import org.sekisho.domain.vault.DocumentKeys;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.document.PdfSignature;
import org.sekisho.ejb.document.TimeStampAuthority;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.proof.pack.PackTimeStamper;

/**
 * Runs the job {@code system:document-signer}. A document is laid out, signed, stamped and sealed in no transaction; its row says that it stands.
 * What a killed node left behind no row names, and the store's sweeping removes it.
 */
@ApplicationScoped
public class DocumentSigner {

    private static final Logger LOG = Logger.getLogger(DocumentSigner.class.getName());
    private static final long MOST_BYTES = 64L << 20;

    @Inject
    private SignedDocumentService service;

    @Inject
    private DocumentKeys keys;

    @Inject
    private TimeStampAuthority authority;

    @Inject
    private ContentStore store;

    /**
     * Signs what is to be signed; one that fails keeps no other from its turn.
     *
     * @return whether nothing failed
     */
    public boolean look() {
        return Caller.as(SystemJob.DOCUMENT_SIGNER, () -> {
            boolean whole = true;
            for (Wanting each : service.unsignedDocuments()) {
                whole &= isSigned(each);
            }
            return whole;
        });
    }

    private boolean isSigned(Wanting each) {
        try {
            sign(each);
            return true;
        } catch (IOException | RuntimeException broken) {
            // The version governs all the same; the document is made at a later look.
            LOG.log(Level.SEVERE, "The document could not be signed: " + each, broken);
            return false;
        }
    }

    private void sign(Wanting each) throws IOException {
        DocumentKey key = keys.current();
        DocumentOrder order = service.documentOrder(each.agreement(), each.number(), each.language());
        if (!key.isValidAt(order.pdf().made())) {
            throw new IllegalStateException("The certificate for documents isn't valid now: rotate its key");
        }
        ByteArrayOutputStream unsigned = new ByteArrayOutputStream();
        order.pdf().writeTo(unsigned);
        Optional<PackTimeStamper> stamper = authority.stamper();
        UUID id = Ids.next();
        try (Writing writing = store.begin(new Place(SignedDocument.TABLE, id, order.organisation()), MOST_BYTES)) {
            PdfSignature.sign(unsigned.toByteArray(), key, order.pdf().made(), order.reason(), stamper, writing);
            service.keepDocument(
                    each.agreement(),
                    each.number(),
                    new MadeDocument(
                            id,
                            order.organisation(),
                            each.language(),
                            writing.finish(),
                            key.fingerprint(),
                            stamper.isPresent()));
        }
    }
}
