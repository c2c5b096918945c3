package org.sekisho.domain.assurance.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.sekisho.domain.shared.Checks;

/**
 * What an item of evidence says, sealed: its title and file name as ciphertext, and where the store keeps the sealed file. It stands
 * apart from the item because it has readers of its own; without the organisation's key it says nothing. It never changes.
 */
@Entity
@Table(name = "evidence_content")
public class EvidenceContent {

    /** The most characters of the store's name for the file. */
    public static final int BLOB_LIMIT = 200;

    @Id
    @Column(name = "evidence_id", updatable = false)
    private UUID evidence;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "sealed_title", nullable = false, updatable = false)
    private byte[] sealedTitle;

    @Column(name = "sealed_file_name", nullable = false, updatable = false)
    private byte[] sealedFileName;

    @Column(name = "blob", nullable = false, updatable = false)
    private String blob;

    @SuppressWarnings("NullAway")
    protected EvidenceContent() {}

    /**
     * @param sealedTitle ciphertext of the vault, bound to this item
     * @param sealedFileName ciphertext of the vault: the name that the file came with
     * @param blob what the store of contents calls the sealed file
     */
    public EvidenceContent(EvidenceItem item, byte[] sealedTitle, byte[] sealedFileName, String blob) {
        this.evidence = item.id();
        this.organisation = item.organisation();
        this.sealedTitle = sealedTitle.clone();
        this.sealedFileName = sealedFileName.clone();
        this.blob = Checks.requireText(blob, "blob", BLOB_LIMIT);
    }

    public UUID evidence() {
        return evidence;
    }

    /** Under whose key it is sealed. */
    public UUID organisation() {
        return organisation;
    }

    public byte[] sealedTitle() {
        return sealedTitle.clone();
    }

    public byte[] sealedFileName() {
        return sealedFileName.clone();
    }

    /** What the store of contents calls the sealed file. */
    public String blob() {
        return blob;
    }
}
