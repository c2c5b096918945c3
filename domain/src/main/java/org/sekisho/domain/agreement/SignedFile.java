package org.sekisho.domain.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.sekisho.domain.shared.Checks;

/** Where the file of a signature made outside is kept, sealed under the party's key. It never changes. */
@Entity
@Table(name = "agreement_signed_file")
public class SignedFile {

    /** The table, by which the sealed file knows its place. */
    public static final String TABLE = "agreement_signed_file";

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "signature_id", nullable = false, updatable = false)
    private UUID signature;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "size", nullable = false, updatable = false)
    private long size;

    @Column(name = "blob", nullable = false, updatable = false)
    private String blob;

    @SuppressWarnings("NullAway")
    protected SignedFile() {}

    /**
     * @param id under which the file was sealed
     * @param size in bytes
     * @param blob what the store of contents calls the sealed file
     */
    public SignedFile(UUID id, Signature signature, long size, String blob) {
        this.id = id;
        this.signature = signature.id();
        this.organisation = signature.organisation();
        this.size = size;
        this.blob = Checks.requireText(blob, "blob", 200);
    }

    public UUID id() {
        return id;
    }

    public UUID signature() {
        return signature;
    }

    /** Under whose key it is sealed. */
    public UUID organisation() {
        return organisation;
    }

    public long size() {
        return size;
    }

    public String blob() {
        return blob;
    }
}
