package org.sekisho.web.shared;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.FileToSend;

/** The fields of the answer that sends a file, or a range of it (RFC 9110, section 14), under its own name (RFC 6266). */
public final class FileHeaders {

    public static final String RANGE = "Range";
    public static final String IF_RANGE = "If-Range";
    public static final String ACCEPT_RANGES = "Accept-Ranges";
    private static final String UNRESERVED = "!#$&+-.^_`|~";
    private static final int PRINTABLE_FIRST = 0x20;
    private static final int PRINTABLE_LAST = 0x7e;

    private FileHeaders() {}

    /** Fields by name; the ETag is the SHA-256 of the whole file. */
    public static Map<String, String> of(FileToSend file) {
        Map<String, String> fields = new LinkedHashMap<>(ofWhole(file.mediaType(), file.size(), file.sha256()));
        fields.put("Content-Length", String.valueOf(file.length()));
        fields.put("Content-Disposition", disposition(file.name()));
        if (file.isPartial()) {
            fields.put("Content-Range", "bytes " + file.first() + "-" + file.last() + "/" + file.size());
        }
        return fields;
    }

    /** Fields of a whole file whose bytes aren't asked for. */
    public static Map<String, String> ofWhole(String mediaType, long size, String sha256) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Content-Type", mediaType);
        fields.put("Content-Length", String.valueOf(size));
        fields.put("ETag", '"' + sha256 + '"');
        fields.put(ACCEPT_RANGES, "bytes");
        fields.put("Cache-Control", "no-store");
        return fields;
    }

    /** The field that answers a range behind the file's end. */
    public static String unsatisfied(Refusal refusal) {
        return "bytes */" + refusal.parameters().get("size");
    }

    /** The name twice: in ASCII for readers that know no other, and whole (RFC 8187). */
    static String disposition(String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints().forEach(each -> {
            boolean plain = each >= PRINTABLE_FIRST && each <= PRINTABLE_LAST && "\"\\/%".indexOf(each) < 0;
            ascii.append(plain ? (char) each : '_');
        });
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xff);
            boolean plain = character >= 'a' && character <= 'z'
                    || character >= 'A' && character <= 'Z'
                    || character >= '0' && character <= '9'
                    || UNRESERVED.indexOf(character) >= 0;
            if (plain) {
                encoded.append(character);
            } else {
                encoded.append(String.format("%%%02X", each & 0xff));
            }
        }
        return encoded.toString();
    }
}
