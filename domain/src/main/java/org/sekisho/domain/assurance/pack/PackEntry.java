package org.sekisho.domain.assurance.pack;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Subject;

/** One file of a pack's fixed list. It never changes; building reads the files in the order of their positions. */
@Entity
@Table(name = "pack_entry")
public class PackEntry {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "pack_id", nullable = false, updatable = false)
    private UUID pack;

    @Column(name = "position", nullable = false, updatable = false)
    private int position;

    @Column(name = "path", nullable = false, updatable = false)
    private String path;

    @Column(name = "sha256", nullable = false, updatable = false)
    private String sha256;

    @Column(name = "size", nullable = false, updatable = false)
    private long size;

    @Column(name = "crc32", nullable = false, updatable = false)
    private long crc32;

    @Column(name = "source_kind", nullable = false, updatable = false)
    private String sourceKind;

    @Column(name = "source_id", nullable = false, updatable = false)
    private UUID sourceId;

    @Enumerated(EnumType.STRING)
    @Column(name = "label", nullable = false, updatable = false)
    private Tlp label;

    @SuppressWarnings("NullAway")
    protected PackEntry() {}

    PackEntry(UUID pack, int position, EntryList.Entry entry) {
        this.id = Ids.next();
        this.pack = pack;
        this.position = position;
        this.path = entry.path();
        this.sha256 = entry.sha256();
        this.size = entry.size();
        this.crc32 = entry.crc32();
        this.sourceKind = entry.source().kind();
        this.sourceId = entry.source().id();
        this.label = entry.label();
    }

    public UUID id() {
        return id;
    }

    public UUID pack() {
        return pack;
    }

    /** From 0, in the order of the paths. */
    public int position() {
        return position;
    }

    /** In the pack, below data/. */
    public String path() {
        return path;
    }

    /** Of the content, lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public long crc32() {
        return crc32;
    }

    /** What the file belongs to, by which its bytes are found again. */
    public Subject source() {
        return new Subject(sourceKind, sourceId);
    }

    public Tlp label() {
        return label;
    }
}
