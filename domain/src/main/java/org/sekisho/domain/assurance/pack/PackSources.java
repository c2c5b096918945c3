package org.sekisho.domain.assurance.pack;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.vault.Vault.Place;

/** Where the bytes of a pack's files are kept: documents made at its request, and files that stood already. */
public interface PackSources {

    /** The word for a document that was made for a pack. */
    String DOCUMENT = "pack-document";
    /** The table of such documents, for their place in the vault. */
    String DOCUMENT_TABLE = "pack_document";

    /** How many events the trail holds. */
    long trailPosition();

    /** Keeps where a document is. */
    void add(Document document, UUID pack, Instant now);

    /** The fixed list with the places of the bytes, from a position on, in order, at most {@code count} rows. */
    List<Source> of(UUID pack, int fromPosition, int count);

    /**
     * A document that was made for a pack.
     *
     * @param organisation under whose key it is sealed
     * @param blob what the store of contents calls it
     */
    record Document(UUID id, UUID organisation, String blob, long size) {}

    /**
     * One file of the list.
     *
     * @param blob what the store of contents calls it; empty when it is no longer kept
     */
    record Source(String path, String sha256, long size, long crc32, Place place, String blob) {}
}
