package org.sekisho.ejb.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.assurance.RangeWanted.Bytes;

/** Ranges of a file of a hundred bytes, as RFC 9110 (section 14) has them. */
class RangeWantedTest {

    private static final long SIZE = 100;
    private static final String ETAG = "\"ab\"";

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=10-19, 10, 19",
        "bytes=10-, 10, 99",
        "bytes=99-, 99, 99",
        "bytes=-1, 99, 99",
        "bytes=-100, 0, 99",
        "bytes=-500, 0, 99",
        "bytes=90-500, 90, 99",
        "bytes=0-999999999999999999, 0, 99"
    })
    void oneRangeIsSentAsFarAsTheFileGoes(String range, long first, long last) {
        assertEquals(new Bytes(first, last), wanted(range));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=999999999999999999-", "bytes=-0"})
    void aRangeBehindTheEndIsRefusedWithTheSize(String range) {
        Refusal refusal = assertThrows(Refusal.class, () -> wanted(range));
        assertEquals(AssuranceError.PACK_RANGE, refusal.code());
        assertEquals(SIZE, refusal.parameters().get("size"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=19-10",
                "bytes=0-1,5-6",
                "lines=0-1",
                "bytes 0-1",
                "bytes=a-b",
                "bytes=+1-2",
                "bytes=0-9999999999999999999",
                "bytes=１-２"
            })
    void whatIsNoOneRangeIsAnsweredWithAllOfIt(String range) {
        assertEquals(new Bytes(0, 99), wanted(range));
    }

    @Test
    void withoutARangeAllOfItIsSent() {
        assertEquals(new Bytes(0, 99), RangeWanted.whole().of(SIZE, ETAG));
    }

    @Test
    void aRangeCountsWhileTheFileIsTheOneThatWasBegun() {
        assertEquals(new Bytes(5, 9), wanted("bytes=5-9", ETAG));
        assertEquals(new Bytes(0, 99), wanted("bytes=5-9", "\"cd\""));
        assertEquals(new Bytes(0, 99), wanted("bytes=5-9", "W/" + ETAG));
        assertEquals(new Bytes(0, 99), wanted("bytes=5-9", "Tue, 01 Dec 2026 00:00:00 GMT"));
        assertEquals(new Bytes(0, 99), wanted("bytes=500-", "\"cd\""));
    }

    private static Bytes wanted(String range) {
        return new RangeWanted(Optional.of(range), Optional.empty()).of(SIZE, ETAG);
    }

    private static Bytes wanted(String range, String ifRange) {
        return new RangeWanted(Optional.of(range), Optional.of(ifRange)).of(SIZE, ETAG);
    }
}
