package org.sekisho.domain.assurance.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.evidence.CheckedContent;
import org.sekisho.domain.shared.CsvLine;
import org.sekisho.domain.shared.Subject;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonValue;

/** What one part of the system puts into evidence packs. All sections are collected in one snapshot of the database. */
public interface PackSection {

    /** The folder below data/: one of those of {@link PackLayout}, or lower-case letters and hyphens. */
    String folder();

    /**
     * Hands over everything that falls into the scope, in an order that depends on nothing but the records, so that the same records
     * give the same documents.
     */
    void collect(PackScope scope, Sink sink);

    /**
     * Takes in documents and files. Names are paths below the section's folder, with slashes, and safe in a pack; what came from
     * people goes through {@link PackLayout#name} first. Documents are streamed to where they wait for the building, never held.
     */
    interface Sink {

        /** A document made now; its bytes are kept, so that building the pack again finds them. */
        void document(String name, Document document);

        /**
         * A file that is stored already and doesn't change.
         *
         * @param source what it belongs to, by which its bytes are found again
         */
        void file(String name, CheckedContent content, Subject source, Tlp label);

        /** A JSON document, canonical (RFC 8785) with a line feed at its end. */
        default void json(String name, JsonValue value) {
            jsonLines(name, rows -> rows.accept(value));
        }

        /** JSON Lines: one canonical document in each line. */
        default void jsonLines(String name, Rows<JsonValue> rows) {
            document(
                    name,
                    out -> rows.writeTo(value -> {
                        write(out, CanonicalJson.write(value));
                        write(out, new byte[] {'\n'});
                    }));
        }

        /** A table (RFC 4180) in UTF-8 with a byte order mark; what a spreadsheet would take for a formula is neutralised. */
        default void csv(String name, List<String> header, Rows<List<? extends @Nullable Object>> rows) {
            document(name, out -> {
                write(out, (CsvLine.BYTE_ORDER_MARK + CsvLine.of(header)).getBytes(StandardCharsets.UTF_8));
                rows.writeTo(row -> write(out, CsvLine.of(row).getBytes(StandardCharsets.UTF_8)));
            });
        }

        private static void write(OutputStream out, byte[] bytes) {
            try {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes a document's bytes; called once. */
    @FunctionalInterface
    interface Document {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Hands over rows one by one, from a cursor where they are many. */
    @FunctionalInterface
    interface Rows<T> {
        void writeTo(Consumer<? super T> row);
    }
}
