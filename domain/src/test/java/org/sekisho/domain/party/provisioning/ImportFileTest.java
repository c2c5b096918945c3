package org.sekisho.domain.party.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;

class ImportFileTest {

    private static final String TABLE = "email,organisation,name_ja\r\na@aoba.example,aoba,佐藤 花子\r\n";

    @Test
    void utf8IsReadWithAndWithoutAByteOrderMark() throws IOException {
        assertEquals(TABLE, ImportFile.text(stream(TABLE.getBytes(StandardCharsets.UTF_8))));
        assertEquals(TABLE, ImportFile.text(stream(("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void shiftJisIsRecognised() {
        byte[] bytes = TABLE.getBytes(Charset.forName("windows-31j"));
        assertRefused(PartyError.IMPORT_SHIFT_JIS, () -> ImportFile.text(stream(bytes)));
        byte[] vendor =
                "email,organisation,name_ja\na@aoba.example,aoba,髙橋①\n".getBytes(Charset.forName("windows-31j"));
        assertRefused(PartyError.IMPORT_SHIFT_JIS, () -> ImportFile.text(stream(vendor)));
    }

    @Test
    void anythingElseIsNotUtf8() {
        assertRefused(
                PartyError.IMPORT_NOT_UTF8, () -> ImportFile.text(stream(TABLE.getBytes(StandardCharsets.UTF_16LE))));
        assertRefused(
                PartyError.IMPORT_NOT_UTF8,
                () -> ImportFile.text(stream("email,a".getBytes(StandardCharsets.UTF_16BE))));
        assertRefused(
                PartyError.IMPORT_NOT_UTF8, () -> ImportFile.text(stream(TABLE.getBytes(StandardCharsets.UTF_16))));
        assertRefused(
                PartyError.IMPORT_NOT_UTF8,
                () -> ImportFile.text(stream(new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xFF})));
        assertRefused(
                PartyError.IMPORT_NOT_UTF8, () -> ImportFile.text(stream(new byte[] {'a', (byte) 0xC0, (byte) 0x80})));
    }

    @Test
    void aCutCharacterIsNotUtf8() {
        byte[] whole = "email,佐".getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        ErrorCode code =
                assertThrows(Refusal.class, () -> ImportFile.text(stream(cut))).code();
        assertTrue(
                Set.of(PartyError.IMPORT_NOT_UTF8, PartyError.IMPORT_SHIFT_JIS).contains(code));
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(PartyError.IMPORT_EMPTY, () -> ImportFile.text(stream(new byte[0])));
        assertRefused(
                PartyError.IMPORT_EMPTY, () -> ImportFile.text(stream("\uFEFF\r\n".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aLargeFileIsRefusedWithoutReadingItAll() throws IOException {
        byte[] full = new byte[ImportFile.MOST_BYTES];
        Arrays.fill(full, (byte) 'a');
        assertEquals(ImportFile.MOST_BYTES, ImportFile.text(stream(full)).length());
        assertRefused(PartyError.IMPORT_TOO_LARGE, () -> ImportFile.text(endless()));
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static InputStream endless() {
        return new InputStream() {
            private long served;

            @Override
            public int read() {
                served++;
                if (served > 2L * ImportFile.MOST_BYTES) {
                    throw new AssertionError("Read far beyond the limit");
                }
                return 'a';
            }
        };
    }
}
