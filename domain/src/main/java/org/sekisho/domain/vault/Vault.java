package org.sekisho.domain.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Seals what stands in columns: AES-256-GCM with a random key per record, which is wrapped by the owning organisation's key. What
 * was sealed opens only in its place, unchanged, and as long as that organisation's key exists. It keeps no secret about how long
 * the content is.
 */
public interface Vault {

    /**
     * Encrypts. The same content sealed twice gives different bytes.
     *
     * @return begins with a byte for the format and four for the version of the key; about 100 bytes longer than the content
     * @throws org.sekisho.domain.shared.Refusal {@link VaultError#KEY_MISSING} or {@link VaultError#KEY_DESTROYED}
     */
    byte[] seal(Place place, byte[] plain);

    /**
     * Decrypts.
     *
     * @throws org.sekisho.domain.shared.Refusal {@link VaultError#KEY_MISSING} or {@link VaultError#KEY_DESTROYED}
     * @throws SealBroken when the bytes were changed, cut, or sealed for another place
     */
    byte[] open(Place place, byte[] sealed);

    /** Encrypts a text as UTF-8. */
    default byte[] sealText(Place place, String plain) {
        return seal(place, plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Decrypts a text; see {@link #open}. */
    default String openText(Place place, byte[] sealed) {
        return new String(open(place, sealed), StandardCharsets.UTF_8);
    }

    /**
     * Where sealed content belongs; it is the associated data of the encryption, so that whoever can write to the database can't
     * move content between rows, columns or organisations.
     *
     * @param table the table, with {@code .column} behind it where a row has several sealed columns
     * @param id the row
     * @param organisation whose key seals
     */
    record Place(String table, UUID id, UUID organisation) {

        private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,62}(\\.[a-z][a-z0-9_]{0,62})?");

        public Place {
            if (!TABLE.matcher(table).matches()) {
                throw new IllegalArgumentException("Not a table or table.column: " + table);
            }
        }

        /** One column of this row. */
        public Place column(String name) {
            return new Place(table + "." + name, id, organisation);
        }

        /** The place in bytes, different for every place: length and text of the table, id, organisation; big-endian. */
        public byte[] bytes() {
            byte[] name = table.getBytes(StandardCharsets.US_ASCII);
            return ByteBuffer.allocate(1 + name.length + 2 * 2 * Long.BYTES)
                    .put((byte) name.length)
                    .put(name)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .putLong(organisation.getMostSignificantBits())
                    .putLong(organisation.getLeastSignificantBits())
                    .array();
        }
    }
}
