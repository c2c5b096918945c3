package org.sekisho.domain.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Predicate;
import org.sekisho.domain.vault.Vault.Place;

/**
 * Sealed files outside the database, written and read in constant memory. A file never changes once it stands, and its name is the
 * SHA-256 of its sealed bytes, so the name in a row says which file was meant.
 */
public interface ContentStore {

    /**
     * Begins a file. Nothing of it can be opened before {@link Writing#finish}.
     *
     * @param limit the most bytes of content
     * @throws org.sekisho.domain.shared.Refusal {@link VaultError#KEY_MISSING} or {@link VaultError#KEY_DESTROYED}
     */
    Writing begin(Place place, long limit) throws IOException;

    /**
     * Opens a file's content from a byte on. The last segment is checked at once, so that a file that was cut is refused before the
     * first byte is handed out; every segment is checked before its bytes are.
     *
     * @param blob the name that {@link Stored} gave
     * @param offset of the first byte wanted, from 0 to the size of the content
     * @return the content to its end; {@link SealBroken} may come out of its reading
     * @throws org.sekisho.domain.shared.Refusal {@link VaultError#KEY_MISSING}, {@link VaultError#KEY_DESTROYED}, or
     *     {@link VaultError#CONTENT_MISSING} when there is no such file
     * @throws SealBroken when the file was changed, cut, or sealed for another place
     */
    InputStream open(Place place, String blob, long offset) throws IOException;

    /** Opens a file's content from its first byte. */
    default InputStream open(Place place, String blob) throws IOException {
        return open(place, blob, 0);
    }

    /** Removes a file; nothing happens when there is none. Copies in backups stay until the organisation's key is destroyed. */
    void erase(String blob) throws IOException;

    /**
     * Removes what killed nodes and transactions that were rolled back left: unfinished files, and files that no row names. Whoever
     * calls it must see the rows of all organisations; a row that is hidden loses its file.
     *
     * @param age only what was last written longer ago than this, by the clock of the file system; leave more time than the longest
     *     transaction takes
     * @param named whether some row names the file
     * @return how many files went
     */
    int sweep(Duration age, Predicate<String> named) throws IOException;

    /**
     * A file on its way in, for one thread. Closing without finishing leaves nothing; after a failure only closing is left. Writing
     * more than the limit is refused with {@link VaultError#CONTENT_TOO_LARGE}, and nothing of that write is kept.
     */
    abstract class Writing extends OutputStream {

        /**
         * Puts the file in its place, on the disk and under its name, before it returns. Closing is still needed.
         *
         * @throws IllegalStateException when it is finished or closed already, or a write failed
         */
        public abstract Stored finish() throws IOException;
    }

    /**
     * What is known of a file that stands.
     *
     * @param blob name of the sealed file: SHA-256 of its bytes, 64 lower-case hexadecimal digits
     * @param size of the content in bytes
     * @param sha256 of the content, 64 lower-case hexadecimal digits
     * @param crc32 of the content, not negative
     */
    record Stored(String blob, long size, String sha256, long crc32) {}
}
