package org.sekisho.domain.party.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.party.PartyExamples.NOW;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    /** The secret of the test vectors of RFC 4226 and RFC 6238. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final long STEP = Totp.step(NOW);

    /** RFC 6238, appendix B, the rows for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertEquals(code, Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8));
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489"
    })
    void codesByCounterAreThoseOfTheStandard(long step, String code) {
        assertEquals(code, Totp.code(SECRET, step));
    }

    @Test
    void aStepLastsThirtySeconds() {
        assertEquals(0, Totp.step(Instant.ofEpochSecond(29)));
        assertEquals(1, Totp.step(Instant.ofEpochSecond(30)));
        assertEquals(-1, Totp.step(Instant.ofEpochSecond(-1)));
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void clocksMayDifferByOneStep(int apart, boolean taken) {
        OptionalLong expected = taken ? OptionalLong.of(STEP + apart) : OptionalLong.empty();
        assertEquals(expected, Totp.match(SECRET, Totp.code(SECRET, STEP + apart), NOW, Totp.NEVER));
    }

    @Test
    void aUsedCodeAndThoseBeforeItAreRefused() {
        assertEquals(OptionalLong.empty(), Totp.match(SECRET, Totp.code(SECRET, STEP), NOW, STEP));
        assertEquals(OptionalLong.empty(), Totp.match(SECRET, Totp.code(SECRET, STEP - 1), NOW, STEP));
        assertEquals(OptionalLong.of(STEP + 1), Totp.match(SECRET, Totp.code(SECRET, STEP + 1), NOW, STEP));
    }

    @Test
    void spacesAndFullWidthDigitsDoNotMatter() {
        String code = Totp.code(SECRET, STEP);
        StringBuilder wide = new StringBuilder();
        code.chars().forEach(each -> wide.append((char) (each - '0' + '０')));
        assertEquals(OptionalLong.of(STEP), Totp.match(SECRET, wide.toString(), NOW, Totp.NEVER));
        String spaced = " " + code.substring(0, 3) + " " + code.substring(3) + "\u3000";
        assertEquals(OptionalLong.of(STEP), Totp.match(SECRET, spaced, NOW, Totp.NEVER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "abcdef", "??????", "1234567", "-12345", "１２３４５６７"})
    void anythingElseIsWrong(String typed) {
        assertEquals(OptionalLong.empty(), Totp.match(SECRET, typed, NOW, Totp.NEVER));
        assertEquals(OptionalLong.empty(), Totp.match(SECRET, Totp.code(SECRET, STEP) + typed + "0", NOW, Totp.NEVER));
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenInBase32(String bytes, String text) {
        assertEquals(text, Totp.base32(bytes.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void bytesAboveTheMiddleAreWrittenToo() {
        assertEquals("777777Y", Totp.base32(new byte[] {-1, -1, -1, -1}));
    }

    @Test
    void anAppReadsTheAddress() {
        assertEquals(
                "otpauth://totp/Sekisho:sato%2Btrial%40aoba.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Sekisho&algorithm=SHA1&digits=6&period=30",
                Totp.uri(SECRET, "Sekisho", "sato+trial@aoba.example"));
    }

    @Test
    void aNewSecretIsAsLongAsTheHash() {
        assertEquals(20, Totp.newSecret(new SecureRandom()).length);
    }
}
