package org.sekisho.container.isolation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.sekisho.container.regime.Database;

/** Every byte of the database, as a superuser copies it out, and of a folder; and what can be read in them. */
public final class Dump {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** Every table, as text and in the binary form: the one shows what the other escapes. */
    public Dump database() {
        try (Connection connection = Database.connect(Database.As.SUPERUSER)) {
            for (String table : Database.texts(
                    connection,
                    "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")) {
                for (String format : List.of("text", "binary")) {
                    ByteArrayOutputStream copied = new ByteArrayOutputStream();
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy " + table + " to stdout (format " + format + ")", copied);
                    parts.put(table + " as " + format, copied.toByteArray());
                }
            }
            return this;
        } catch (SQLException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Every file below a folder, with its name. */
    public Dump folder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                whole.writeBytes(file.toString().getBytes(StandardCharsets.UTF_8));
                whole.writeBytes(Files.readAllBytes(file));
                parts.put(file.toString(), whole.toByteArray());
            }
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How many bytes there are in parts whose name begins like this. */
    public long size(String beginning) {
        return parts.entrySet().stream()
                .filter(each -> each.getKey().startsWith(beginning))
                .mapToLong(each -> each.getValue().length)
                .sum();
    }

    /** In which parts the text can be read, and in which form. */
    public List<String> find(String text) {
        List<String> found = new ArrayList<>();
        Map<String, String> forms = forms(text);
        parts.forEach((name, bytes) -> {
            String whole = new String(bytes, StandardCharsets.ISO_8859_1);
            forms.forEach((form, written) -> {
                if (whole.contains(written)) {
                    found.add(name + ": " + form);
                }
            });
        });
        return found;
    }

    /** The ways in which a text is written, each as its bytes in ISO 8859-1. */
    private static Map<String, String> forms(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("UTF-8", new String(bytes, StandardCharsets.ISO_8859_1));
        forms.put("UTF-16BE", new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1));
        forms.put("UTF-16LE", new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        forms.put("hexadecimal", HexFormat.of().formatHex(bytes));
        forms.put("HEXADECIMAL", HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT));
        forms.put("backwards", new StringBuilder(text).reverse().toString());
        for (int shift = 0; shift < 3; shift++) {
            // Base64 depends on what stands before: of each alignment the groups that hold nothing but the text.
            byte[] shifted = new byte[bytes.length - shift - (bytes.length - shift) % 3];
            System.arraycopy(bytes, shift, shifted, 0, shifted.length);
            forms.put("Base64 from " + shift, Base64.getEncoder().encodeToString(shifted));
        }
        return forms;
    }
}
