package org.sekisho.domain.assurance.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.sekisho.domain.vault.ContentStore.Stored;

/** The closing report of an engagement, as it was when the engagement was closed; its bytes lie sealed in the store. It never changes. */
@Entity
@Table(name = "audit_report")
public class AuditReport {

    @Id
    @Column(name = "engagement_id", updatable = false)
    private UUID engagement;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "blob", nullable = false, updatable = false)
    private String blob;

    @Column(name = "size", nullable = false, updatable = false)
    private long size;

    @Column(name = "sha256", nullable = false, updatable = false)
    private String sha256;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @SuppressWarnings("NullAway")
    protected AuditReport() {}

    /** Keeps what the store took in. */
    public AuditReport(Engagement engagement, Stored stored, Instant now) {
        this.engagement = engagement.id();
        this.organisation = engagement.terms().responsibleParty();
        this.blob = stored.blob();
        this.size = stored.size();
        this.sha256 = stored.sha256();
        this.madeAt = now;
    }

    public UUID engagement() {
        return engagement;
    }

    /** The audited organisation, under whose key it is sealed. */
    public UUID organisation() {
        return organisation;
    }

    /** What the store of contents calls the sealed file. */
    public String blob() {
        return blob;
    }

    /** Of the report in bytes. */
    public long size() {
        return size;
    }

    /** Of the report, lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
