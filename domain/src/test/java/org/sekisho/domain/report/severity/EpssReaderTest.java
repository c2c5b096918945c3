package org.sekisho.domain.report.severity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;

class EpssReaderTest {

    private static final String HEAD =
            "#model_version:v2025.03.14,score_date:2026-11-24T00:00:00+0000\ncve,epss,percentile\n";

    @Test
    void readsTheFileAsPublishedPackedOrNot() throws IOException {
        byte[] plain = bytes(HEAD + "CVE-1999-0001,0.01297,0.79118\nCVE-2024-3094,8.4e-05,1.0\n");
        for (byte[] file : new byte[][] {plain, packed(plain)}) {
            EpssReader reader = new EpssReader(new ByteArrayInputStream(file));
            assertEquals(
                    new ExploitPrediction(
                            new CveId("CVE-1999-0001"), new BigDecimal("0.01297"), new BigDecimal("0.79118")),
                    reader.next());
            assertEquals(new BigDecimal("0.000084"), reader.next().probability());
            assertEquals(false, reader.hasNext());
            assertEquals(new ListEdition("v2025.03.14", LocalDate.of(2026, 11, 24), 2), reader.edition());
        }
    }

    @Test
    void anythingElseIsRefusedWithItsLine() throws IOException {
        refused(SeverityError.LIST_MALFORMED, bytes(""));
        refused(SeverityError.LIST_MALFORMED, bytes("cve,epss,percentile\nCVE-1999-0001,0.1,0.2\n"));
        refused(SeverityError.LIST_MALFORMED, bytes(HEAD.replace("percentile", "rank")));
        refused(SeverityError.LIST_MALFORMED, bytes(HEAD.replace("2026-11-24", "2026-13-24")));
        refused(SeverityError.LIST_MALFORMED, bytes(HEAD + "CVE-1999-0001,1.5,0.2\n"));
        refused(SeverityError.LIST_MALFORMED, bytes(HEAD + "CVE-1999-0001,=1+1,0.2\n"));
        refused(SeverityError.LIST_MALFORMED, bytes(HEAD + "CVE-1999-0001,1e-999999999,0.2\n"));
        refused(SeverityError.LIST_MALFORMED, bytes(HEAD + "CVE-1999-0001,0.1\n"));
        refused(SeverityError.LIST_MALFORMED, bytes(HEAD + "x".repeat(10_000)));
        byte[] packed = packed(bytes(HEAD + "CVE-1999-0001,0.01297,0.79118\n".repeat(1_000)));
        refused(SeverityError.LIST_MALFORMED, Arrays.copyOf(packed, packed.length / 2));
    }

    /** A gigabyte of the same line packs to about a megabyte. */
    @Test
    void bombIsRefusedBeforeItIsUnpackedWhole() throws IOException {
        byte[] block = bytes("CVE-1999-0001,0.01297,0.79118\n".repeat(32_768));
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(bytes(HEAD));
            for (int i = 0; i < 300; i++) {
                gzip.write(block);
            }
        }
        refused(SeverityError.LIST_TOO_LARGE, bomb.toByteArray());
    }

    private static void refused(ErrorCode code, byte[] file) {
        Refusal refusal = assertThrows(Refusal.class, () -> {
            EpssReader reader = new EpssReader(new ByteArrayInputStream(file));
            while (reader.hasNext()) {
                reader.next();
            }
        });
        assertEquals(code, refusal.code());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
