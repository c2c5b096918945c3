package org.sekisho.domain.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.sekisho.domain.vault.SealBroken;
import org.sekisho.domain.vault.Vault;

/**
 * What a revision says, sealed under the key of the organisation that owns the report. It stands apart because it has readers of its own,
 * and it opens only to what the revision's hash names.
 */
@Entity
@Table(name = "report_content")
public class RevisionContent {

    private static final String TABLE = "report_content";

    @Id
    @Column(name = "revision_id", updatable = false)
    private UUID revision;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "sealed", nullable = false, updatable = false)
    private byte[] sealed;

    @SuppressWarnings("NullAway")
    protected RevisionContent() {}

    /** Seals what the revision says. */
    public RevisionContent(Revision revision, ReportContent content, Vault vault) {
        if (!Revision.hash(content).equals(revision.sha256())) {
            throw new IllegalArgumentException("The content isn't that of revision " + revision.id());
        }
        this.revision = revision.id();
        this.organisation = revision.report().organisation();
        this.sealed = vault.sealText(place(), content.canonical());
    }

    /**
     * Opens it.
     *
     * @throws SealBroken when it isn't what the revision's hash names
     */
    public ReportContent open(Revision of, Vault vault) {
        ReportContent content = ReportContentJson.read(canonical(vault));
        if (!of.id().equals(revision) || !Revision.hash(content).equals(of.sha256())) {
            throw new SealBroken(place(), null);
        }
        return content;
    }

    /** The canonical JSON whose hash votes are bound to, byte by byte. */
    public String canonical(Vault vault) {
        return vault.openText(place(), sealed);
    }

    private Vault.Place place() {
        return place(revision, organisation);
    }

    /** Where what a revision says is sealed, for who reads the rows of many. */
    public static Vault.Place place(UUID revision, UUID organisation) {
        return new Vault.Place(TABLE, revision, organisation);
    }

    public UUID revision() {
        return revision;
    }

    /** Under whose key it is sealed. */
    public UUID organisation() {
        return organisation;
    }
}
