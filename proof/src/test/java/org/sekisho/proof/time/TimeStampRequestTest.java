package org.sekisho.proof.time;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.hash.Sha256;

class TimeStampRequestTest {

    private static final byte[] FILE = "a tag manifest".getBytes(StandardCharsets.UTF_8);

    @Test
    void itNamesTheFileByItsHashAndWantsTheCertificate() throws TimeException {
        List<Der> parts = Der.parse(TimeStampRequest.of(FILE)).children(Der.SEQUENCE);
        assertEquals(BigInteger.ONE, parts.get(0).integer());
        List<Der> imprint = parts.get(1).children(Der.SEQUENCE);
        assertEquals(Algorithms.SHA256, imprint.get(0).algorithm());
        assertArrayEquals(Sha256.digest(FILE), imprint.get(1).octets());
        assertEquals(1, parts.get(2).integer().signum());
        assertArrayEquals(new byte[] {1, 1, (byte) 0xff}, parts.get(3).encoded());
    }

    @Test
    void noTwoAreTheSame() {
        assertFalse(Arrays.equals(TimeStampRequest.of(FILE), TimeStampRequest.of(FILE)));
    }

    @Test
    void aStockAuthorityAnswersIt(@TempDir Path folder) throws Exception {
        StockAuthority authority = new StockAuthority(folder, "EC -pkeyopt ec_paramgen_curve:P-256");
        byte[] answer = authority.answer(TimeStampRequest.of(FILE));
        TimeStamp.verify(answer, FILE);
    }
}
