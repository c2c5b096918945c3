package org.sekisho.domain.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.vault.ContentStore.Stored;

/**
 * A version that came into force as a document in one language, with the signatories' acts in it and the portal's signature over it. It is made
 * once and never changes; its bytes lie sealed in the store.
 */
@Entity
@Table(name = "agreement_document")
public class SignedDocument {

    /** The table, by which the sealed file knows its place. */
    public static final String TABLE = "agreement_document";

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_version_id", nullable = false, updatable = false)
    private UUID version;

    @Enumerated(EnumType.STRING)
    @Column(name = "language", nullable = false, updatable = false)
    private Language language;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "content_hash", nullable = false, updatable = false)
    private String contentHash;

    @Column(name = "blob", nullable = false, updatable = false)
    private String blob;

    @Column(name = "size", nullable = false, updatable = false)
    private long size;

    @Column(name = "sha256", nullable = false, updatable = false)
    private String sha256;

    @Column(name = "certificate_sha256", nullable = false, updatable = false)
    private String certificate;

    @Column(name = "time_stamped", nullable = false, updatable = false)
    private boolean timeStamped;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @SuppressWarnings("NullAway")
    protected SignedDocument() {}

    /**
     * Of a version that governs or did.
     *
     * @param id under which the file was sealed
     * @param organisation under whose key
     * @param certificate SHA-256 of the certificate that it was signed with, hexadecimal
     * @throws org.sekisho.domain.shared.Refusal {@link AgreementError#VERSION_WRONG_STATE} where the version never came into force
     */
    public SignedDocument(
            UUID id,
            AgreementVersion version,
            Language language,
            UUID organisation,
            Stored stored,
            String certificate,
            boolean timeStamped,
            Instant now) {
        Checks.check(
                version.hasGoverned(),
                AgreementError.VERSION_WRONG_STATE,
                Map.of("state", version.state().name()));
        this.id = Checks.require(id, "id");
        this.version = version.id();
        this.language = Checks.require(language, "language");
        this.organisation = Checks.require(organisation, "organisation");
        this.contentHash = version.contentHash().orElseThrow();
        this.blob = stored.blob();
        this.size = stored.size();
        this.sha256 = stored.sha256();
        this.certificate = Checks.requireText(certificate, "certificate", 64);
        this.timeStamped = timeStamped;
        this.madeAt = now;
    }

    /** What its making is in the trail. */
    public DomainEvent made(AgreementVersion of) {
        return of.event("agreement.document-signed")
                .with("language", language)
                .with("hash", contentHash)
                .with("documentSha256", sha256)
                .with("certificateSha256", certificate)
                .with("level", timeStamped ? "B-T" : "B-B")
                .build();
    }

    public UUID id() {
        return id;
    }

    public UUID version() {
        return version;
    }

    public Language language() {
        return language;
    }

    /** Under whose key it is sealed. */
    public UUID organisation() {
        return organisation;
    }

    /** What the parties signed. */
    public String contentHash() {
        return contentHash;
    }

    /** What the store of contents calls the sealed file. */
    public String blob() {
        return blob;
    }

    /** Of the document in bytes. */
    public long size() {
        return size;
    }

    /** Of the document, lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** SHA-256 of the certificate that it was signed with, lower-case hexadecimal. */
    public String certificate() {
        return certificate;
    }

    /** Whether a time-stamping authority confirmed when it was signed. */
    public boolean isTimeStamped() {
        return timeStamped;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
