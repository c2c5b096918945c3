package org.sekisho.web.shared;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;

/**
 * A form with a file (RFC 7578), read as far as the file: the fields before it are known, the file itself is still to come out of the
 * request and lies nowhere. What stands behind the file is not read, so a form has it last. For one thread.
 */
final class StreamedForm {

    /** The fields of a form hold more than they may together. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1;

        TooLarge() {
            super("The fields of a form are too large");
        }
    }

    /** RFC 2046 section 5.1.1. */
    private static final int LONGEST_BOUNDARY = 70;

    private static final int MOST_HEADER_BYTES = 8 * 1024;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final InputStream body;
    private final long length;
    private Optional<Part> file = Optional.empty();

    private StreamedForm(InputStream body, long length) {
        this.body = body;
        this.length = length;
    }

    /**
     * Reads the fields.
     *
     * @param length of the whole body in bytes
     * @param mostFieldBytes what all fields before the file may hold together
     * @throws TooLarge when they hold more
     * @throws IOException when this is no form, or it breaks off
     */
    static StreamedForm read(String contentType, InputStream body, long length, int mostFieldBytes) throws IOException {
        StreamedForm form = new StreamedForm(body, length);
        MultipartInput parts = MultipartInput.builder()
                .setInputStream(body)
                .setBoundary(boundary(contentType))
                .setMaxPartHeaderSize(MOST_HEADER_BYTES)
                .get();
        form.readFields(parts, mostFieldBytes);
        return form;
    }

    private static byte[] boundary(String contentType) throws IOException {
        String boundary = new ParameterParser().parse(contentType, ';').get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw new IOException("A form without a boundary");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void readFields(MultipartInput parts, int mostFieldBytes) throws IOException {
        parts.setHeaderCharset(StandardCharsets.UTF_8);
        boolean more = parts.skipPreamble();
        if (!more) {
            throw new IOException("A form without parts");
        }
        int left = mostFieldBytes;
        while (more) {
            PartHead head = PartHead.read(parts.readHeaders());
            if (head.fileName().filter(name -> !name.isEmpty()).isPresent()) {
                file = Optional.of(new StreamedPart(head, parts.newInputStream(), length));
                return;
            }
            byte[] value = parts.newInputStream().readNBytes(left + 1);
            left -= value.length;
            if (left < 0) {
                throw new TooLarge();
            }
            if (head.fileName().isEmpty()) {
                fields.computeIfAbsent(head.name(), name -> new ArrayList<>())
                        .add(new String(value, StandardCharsets.UTF_8));
            }
            more = parts.readBoundary();
        }
    }

    /** The fields before the file. */
    Map<String, List<String>> fields() {
        return fields;
    }

    /** The file, where one was chosen. Its content can be read once. */
    Optional<Part> file() {
        return file;
    }

    /** Reads past what nobody wanted: a browser that is still sending wouldn't see the answer. */
    void drain() throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
    }
}
