package org.sekisho.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sekisho.ejb.shared.FileToSend;

/** How files are named and which part is sent. */
class FileHeadersTest {

    @Test
    void aJapaneseNameIsGivenWholeAndInAscii() {
        assertEquals(
                "attachment; filename=\"____ 2026.pdf\";"
                        + " filename*=UTF-8''%E7%A0%94%E4%BF%AE%E8%A8%98%E9%8C%B2%202026.pdf",
                FileHeaders.disposition("研修記録 2026.pdf"));
    }

    @Test
    void aNameCantEndTheField() {
        String field = FileHeaders.disposition("a\"; filename=\"b\r\nSet-Cookie: c\\.pdf");
        assertFalse(field.contains("\r") || field.contains("\n"), field);
        assertEquals(2, field.chars().filter(each -> each == '"').count(), field);
    }

    @Test
    void aPartSaysWhichItIs() {
        Map<String, String> fields = FileHeaders.of(file(10, 19));
        assertEquals("bytes 10-19/100", fields.get("Content-Range"));
        assertEquals("10", fields.get("Content-Length"));
        assertEquals("\"abc\"", fields.get("ETag"));
    }

    @Test
    void aWholeFileHasNoRange() {
        Map<String, String> fields = FileHeaders.of(file(0, 99));
        assertFalse(fields.containsKey("Content-Range"));
        assertEquals("100", fields.get("Content-Length"));
        assertEquals("bytes", fields.get("Accept-Ranges"));
    }

    private static FileToSend file(long first, long last) {
        return new FileToSend("a.zip", "application/zip", 100, "abc", first, last, at -> InputStream.nullInputStream());
    }
}
