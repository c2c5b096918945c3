package org.sekisho.domain.report.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.sekisho.proof.hash.Sha256;

/**
 * What makes a finding the same as an earlier one of the same organisation. The same parts give the same value in every version of the
 * product; what isn't a part (wording of a later advisory, other line numbers where the tool gives a fingerprint) may change.
 *
 * @param value SHA-256 of the parts, 64 lower-case hexadecimal digits
 * @param parts the names of the parts that are in it, in order, to explain a match
 */
public record Fingerprint(String value, List<String> parts) {

    public Fingerprint {
        parts = List.copyOf(parts);
    }

    /** Begins the fingerprint of a finding of this format. */
    public static Parts of(SourceFormat format) {
        return new Parts().with("format", format.word());
    }

    /** Collects the parts. Each goes in with its length, so that no two lists of parts give the same bytes. */
    public static final class Parts {

        private static final int BUFFER = 512;

        private final MessageDigest digest = Sha256.start();
        /** Many short pieces are digested at once. */
        private final byte[] buffer = new byte[BUFFER];

        private int buffered;
        private final List<String> names = new ArrayList<>();

        private Parts() {
            update("sekisho-finding-1");
        }

        /** Adds a part; an empty one says as much as one that is missing, and is left out. */
        public Parts with(String name, String value) {
            if (!value.isEmpty()) {
                update(name);
                update(value);
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
            return this;
        }

        /** Adds a part for each value. */
        public Parts withEach(String name, List<String> values) {
            values.forEach(each -> with(name, each));
            return this;
        }

        public Fingerprint build() {
            flush();
            return new Fingerprint(HexFormat.of().formatHex(digest.digest()), names);
        }

        private void update(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            require(Integer.BYTES);
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                buffer[buffered++] = (byte) (bytes.length >>> shift);
            }
            if (bytes.length > BUFFER) {
                flush();
                digest.update(bytes);
                return;
            }
            require(bytes.length);
            System.arraycopy(bytes, 0, buffer, buffered, bytes.length);
            buffered += bytes.length;
        }

        private void require(int room) {
            if (buffered + room > BUFFER) {
                flush();
            }
        }

        private void flush() {
            digest.update(buffer, 0, buffered);
            buffered = 0;
        }
    }
}
