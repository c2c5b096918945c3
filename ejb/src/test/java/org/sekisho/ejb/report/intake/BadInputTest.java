package org.sekisho.ejb.report.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.intake.SourceFile;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.shared.Refusal;

/** Whatever a file holds: a refusal with a code, in bounded time and memory. */
class BadInputTest {

    private static final String SARIF =
            "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"T\"}}, \"results\": [{\"message\": {\"text\": \"%s\"}}]}]}";

    @ParameterizedTest
    @EnumSource
    void emptyFileAndOtherFormats(SourceFormat format) {
        Collected.refused(IntakeError.FILE_EMPTY, format, "");
        Collected.refused(IntakeError.FILE_MALFORMED, format, "%PDF-1.7");
        Collected.refused(IntakeError.FILE_MALFORMED, format, "<?xml version=\"1.0\"?><a/>");
        Collected.refused(IntakeError.FILE_FORMAT, format, "\"text\"");
        if (format != SourceFormat.SARIF) {
            Collected.refused(IntakeError.FILE_FORMAT, format, "{}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void brokenOffInTheMiddle(SourceFormat format) {
        Collected.refused(IntakeError.FILE_TRUNCATED, format, "{\"runs\": [{\"tool\": {\"dri");
        Collected.refused(IntakeError.FILE_TRUNCATED, format, "{\"id\"");
    }

    @Test
    void everyPrefixOfAFileIsRefused() {
        byte[] whole = String.format(SARIF, "a").getBytes(UTF_8);
        for (int i = 1; i < whole.length; i++) {
            byte[] part = Arrays.copyOf(whole, i);
            Refusal refusal =
                    assertThrows(Refusal.class, () -> Collected.read(SourceFormat.SARIF, Collected.file(part)));
            assertEquals(IntakeError.FILE_TRUNCATED, refusal.code(), () -> new String(part, UTF_8) + " " + refusal);
        }
    }

    @Test
    void moreBehindTheDocumentIsRefused() {
        Collected.refused(IntakeError.FILE_FORMAT, SourceFormat.SARIF, String.format(SARIF, "a") + "{}");
        Collected.refused(IntakeError.FILE_FORMAT, SourceFormat.OSV, "{\"id\": \"a\", \"modified\": \"b\"} []");
    }

    @Test
    void onlyUtf8IsRead() throws IOException {
        for (String name : new String[] {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"}) {
            byte[] bytes = String.format(SARIF, "a").getBytes(Charset.forName(name));
            Collected.refused(IntakeError.FILE_ENCODING, SourceFormat.SARIF, Collected.file(bytes));
        }
        byte[] latin = String.format(SARIF, "caf\u00e9").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Collected.refused(IntakeError.FILE_ENCODING, SourceFormat.SARIF, Collected.file(latin));
        String marked = "\ufeff" + String.format(SARIF, "\u8106\u5f31\u6027 \ud83d\udd12");
        assertEquals(
                "\u8106\u5f31\u6027 \ud83d\udd12",
                Collected.read(SourceFormat.SARIF, marked).only().title());
    }

    /** Overlong forms and halves of surrogate pairs, which lenient readers take for other characters. */
    @Test
    void deceptiveBytesAreNoUtf8() {
        for (byte[] bad : new byte[][] {
            {(byte) 0xc0, (byte) 0xaf}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xf5, 0, 0, 0}
        }) {
            byte[] head = "{\"id\": \"".getBytes(UTF_8);
            byte[] bytes = Arrays.copyOf(head, head.length + bad.length);
            System.arraycopy(bad, 0, bytes, head.length, bad.length);
            Collected.refused(IntakeError.FILE_ENCODING, SourceFormat.OSV, Collected.file(bytes));
        }
    }

    @ParameterizedTest
    @EnumSource
    void gigabyteOfNestedListsIsRefusedAtItsHundredthLevel(SourceFormat format) {
        SourceFile lists = () -> endless("{\"properties\": ", (byte) '[');
        SourceFile objects = () -> endless("{\"properties\":", "{\"a\":".getBytes(UTF_8));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Collected.refused(IntakeError.FILE_TOO_DEEP, format, lists);
            Collected.refused(IntakeError.FILE_TOO_DEEP, format, objects);
        });
    }

    @ParameterizedTest
    @EnumSource
    void absurdNumbersTextsAndNamesAreRefused(SourceFormat format) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Collected.refused(IntakeError.FILE_ABSURD, format, () -> endless("{\"properties\": 1", (byte) '1'));
            Collected.refused(IntakeError.FILE_ABSURD, format, () -> endless("{\"properties\": {\"", (byte) 'a'));
            // What is skipped in a stream is never held, so a text may be long there.
            if (format != SourceFormat.SARIF) {
                String text = "{\"properties\": \"" + "a".repeat(5 << 20) + "\"}";
                Collected.refused(IntakeError.FILE_ABSURD, format, text);
            }
        });
    }

    @Test
    void documentHasALimitAndAStreamedFileAnother() {
        SourceFile spaces = () -> endless("{", (byte) ' ');
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Collected.refused(IntakeError.FILE_TOO_LARGE, SourceFormat.CSAF, spaces));
    }

    @Test
    void packedFileIsReadAndABombIsNot() throws IOException {
        byte[] plain = String.format(SARIF, "packed").getBytes(UTF_8);
        assertEquals(
                "packed",
                Collected.read(SourceFormat.SARIF, Collected.file(packed(plain, 1)))
                        .only()
                        .title());
        byte[] bomb = packed(new byte[1 << 20], 64);
        Arrays.fill(bomb, bomb.length - 8, bomb.length, (byte) 0);
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        Collected.refused(IntakeError.FILE_TOO_LARGE, SourceFormat.OSV, Collected.file(packed(spaces, 64)));
        Collected.refused(IntakeError.FILE_ENCODING, SourceFormat.OSV, Collected.file(bomb));
        byte[] packed = packed(plain, 1);
        Collected.refused(
                IntakeError.FILE_TRUNCATED,
                SourceFormat.SARIF,
                Collected.file(Arrays.copyOf(packed, packed.length - 20)));
        packed[12] ^= 0x55;
        Collected.refused(
                IntakeError.FILE_PACKED_BADLY, SourceFormat.SARIF, Collected.file(new byte[] {0x1f, (byte) 0x8b}));
    }

    @Test
    void scriptsAndFormulasStayPlainTextAndDeceptiveCharactersGo() throws IOException {
        Finding finding = Collected.read(
                        SourceFormat.SARIF,
                        String.format(SARIF, "=cmd|' /C calc'!A0 <script>alert(1)</script> a\\u202eb\\u0000c"))
                .only();
        assertEquals("=cmd|' /C calc'!A0 <script>alert(1)</script> a\ufffdb\ufffdc", finding.title());
    }

    private static byte[] packed(byte[] block, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            for (int i = 0; i < times; i++) {
                gzip.write(block);
            }
        }
        return out.toByteArray();
    }

    /** A gigabyte that is never held. */
    private static InputStream endless(String head, byte... pattern) {
        byte[] first = head.getBytes(UTF_8);
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                long place = at++;
                if (place >= 1L << 30) {
                    return -1;
                }
                return place < first.length
                        ? first[(int) place]
                        : pattern[(int) ((place - first.length) % pattern.length)];
            }
        };
    }
}
