package org.sekisho.domain.report.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.sekisho.domain.vault.SealBroken;
import org.sekisho.domain.vault.Vault;
import org.sekisho.proof.hash.Sha256;

/** The very bytes that were put before the authority, sealed under the key of the institution that owns the report. */
@Entity
@Table(name = "escalation_content")
public class EscalationContent {

    @Id
    @Column(name = "document_id", updatable = false)
    private UUID document;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "sealed", nullable = false, updatable = false)
    private byte[] sealed;

    @SuppressWarnings("NullAway")
    protected EscalationContent() {}

    EscalationContent(EscalationDocument of, byte[] bytes, Vault vault) {
        this.document = of.id();
        this.organisation = of.escalation().organisation();
        this.sealed = vault.seal(place(), bytes);
    }

    /**
     * The bytes.
     *
     * @throws SealBroken when they aren't what the document's hash names
     */
    public byte[] open(EscalationDocument of, Vault vault) {
        byte[] bytes = vault.open(place(), sealed);
        if (!of.id().equals(document) || !Sha256.hex(bytes).equals(of.sha256())) {
            throw new SealBroken(place(), null);
        }
        return bytes;
    }

    private Vault.Place place() {
        return new Vault.Place("escalation_content", document, organisation);
    }

    public UUID document() {
        return document;
    }

    /** Under whose key it is sealed. */
    public UUID organisation() {
        return organisation;
    }
}
