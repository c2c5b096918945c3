package org.sekisho.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamedFormTest {

    private static final String TYPE = "multipart/form-data; boundary=----line";
    private static final String FIELD = "------line\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n関所\r\n";
    private static final String FILE =
            "------line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"記録 1.txt\"\r\n"
                    + "Content-Type: text/plain\r\n\r\nline one\r\n--line two\r\n";
    private static final String BEHIND =
            "------line\r\nContent-Disposition: form-data; name=\"behind\"\r\n\r\nunread\r\n";
    private static final String END = "------line--\r\n";

    private static final long LENGTH = 400;
    private static final int MOST = 1000;

    private static StreamedForm read(String type, InputStream body) throws IOException {
        return StreamedForm.read(type, body, LENGTH, MOST);
    }

    private static InputStream body(String... parts) {
        return new ByteArrayInputStream(String.join("", parts).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fieldsBeforeTheFileAreKnownAndTheFileIsStillToCome() throws IOException {
        InputStream body = body(FIELD, FIELD, FILE, BEHIND, END);
        StreamedForm form = read(TYPE, body);
        assertEquals(Map.of("title", List.of("関所", "関所")), form.fields());
        var file = form.file().orElseThrow();
        assertEquals("file", file.getName());
        assertEquals("記録 1.txt", file.getSubmittedFileName());
        assertEquals("text/plain", file.getContentType());
        assertEquals(LENGTH, file.getSize());
        assertEquals(
                "line one\r\n--line two", new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        form.drain();
        assertEquals(-1, body.read());
    }

    @Test
    void aFieldForAFileInWhichNoneWasChosenHasNone() throws IOException {
        String none = "------line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n\r\n";
        StreamedForm form = read(TYPE, body(none, FIELD, END));
        assertTrue(form.file().isEmpty());
        assertEquals(List.of("title"), List.copyOf(form.fields().keySet()));
    }

    @Test
    void aFileThatBreaksOffIsNoFile() throws IOException {
        StreamedForm form = read(TYPE, body(FIELD, FILE));
        InputStream file = form.file().orElseThrow().getInputStream();
        assertThrows(IOException.class, file::readAllBytes);
    }

    @Test
    void theFileIsNeverWrittenAside() throws IOException {
        StreamedForm form = read(TYPE, body(FILE, END));
        assertThrows(IOException.class, () -> form.file().orElseThrow().write("aside.txt"));
    }

    @Test
    void whatIsNoFormOrTooLargeIsRefused() {
        assertThrows(IOException.class, () -> read("multipart/form-data", body(FIELD, END)));
        assertThrows(IOException.class, () -> read(TYPE, body("something else")).fields());
        String large = FIELD.replace("関所", "x".repeat(MOST / 2 + 1));
        assertThrows(StreamedForm.TooLarge.class, () -> read(TYPE, body(large, large, END)));
        String nameless = "------line\r\nContent-Disposition: form-data\r\n\r\n1\r\n";
        assertThrows(IOException.class, () -> read(TYPE, body(nameless, END)));
    }
}
