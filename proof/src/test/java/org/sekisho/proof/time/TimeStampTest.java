package org.sekisho.proof.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against answers of stock openssl. */
class TimeStampTest {

    private static final String EC = "EC -pkeyopt ec_paramgen_curve:P-256";
    private static final byte[] FILE = "tag manifest".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {EC, "EC -pkeyopt ec_paramgen_curve:P-384", "RSA -pkeyopt rsa_keygen_bits:2048"})
    void anAnswerOfAnAuthorityThatIsBelievedIsVerified(String keys) throws IOException {
        StockAuthority authority = new StockAuthority(folder.resolve("tsa"), keys);
        VerifiedTime time = TimeStamp.verify(authority.stamp(FILE, "-sha256"), FILE);
        assertTrue(
                Duration.between(time.time(), Instant.now()).abs().toMinutes() < 5,
                time.time().toString());
        TimeAuthority.read(authority.root()).require(time);

        TimeAuthority other = TimeAuthority.read(new StockAuthority(folder.resolve("other"), EC).root());
        refused(TimeProblem.TOKEN_AUTHORITY_UNKNOWN, () -> other.require(time));
    }

    @Test
    void theCertificateMayBeNamedBySha1AsInOlderTokens() throws IOException {
        StockAuthority authority = new StockAuthority(folder.resolve("tsa"), EC);
        Path settings = folder.resolve("tsa/settings.cnf");
        Files.writeString(settings, Files.readString(settings) + "ess_cert_id_alg = sha1\n");
        TimeAuthority.read(authority.root()).require(TimeStamp.verify(authority.stamp(FILE, "-sha256"), FILE));
    }

    @Test
    void aStampOfAnotherFileIsRefused() throws IOException {
        byte[] answer = new StockAuthority(folder.resolve("tsa"), EC).stamp(FILE, "-sha256");
        refused(TimeProblem.TOKEN_OF_OTHER_FILE, () -> TimeStamp.verify(answer, new byte[0]));
    }

    @Test
    void anImprintOfAnotherDigestIsRefused() throws IOException {
        byte[] answer = new StockAuthority(folder.resolve("tsa"), EC).stamp(FILE, "-sha512");
        refused(TimeProblem.TOKEN_MALFORMED, () -> TimeStamp.verify(answer, FILE));
    }

    @Test
    void aCertificateThatIsNotForStampingAloneIsRefused() throws IOException {
        StockAuthority authority = new StockAuthority(folder.resolve("tsa"), EC);
        TimeStamp.verify(authority.stampWith("stamping", FILE), FILE);
        for (String unfit : new String[] {"careless", "broad", "ca"}) {
            byte[] answer = new StockAuthority(folder.resolve(unfit), EC).stampWith(unfit, FILE);
            refused(TimeProblem.TOKEN_CERTIFICATE_UNFIT, () -> TimeStamp.verify(answer, FILE));
        }
    }

    /** What isn't signed says nothing: whatever is changed, the time and who says it stay the same, or it is refused. */
    @Test
    void noChangedByteChangesWhatIsSaid() throws IOException {
        byte[] answer = new StockAuthority(folder.resolve("tsa"), EC).stamp(FILE, "-sha256");
        VerifiedTime said = TimeStamp.verify(answer, FILE);
        int refused = 0;
        for (int i = 0; i < answer.length; i++) {
            byte[] changed = answer.clone();
            changed[i] ^= 2;
            try {
                VerifiedTime other = TimeStamp.verify(changed, FILE);
                assertEquals(said.time(), other.time(), "at " + i);
                assertEquals(said.signer(), other.signer(), "at " + i);
            } catch (TimeException e) {
                refused++;
            }
        }
        assertTrue(refused > answer.length * 9 / 10, refused + " of " + answer.length);
    }

    @Test
    void aCutAnswerIsRefused() throws IOException {
        byte[] answer = new StockAuthority(folder.resolve("tsa"), EC).stamp(FILE, "-sha256");
        for (int length = 0; length < answer.length; length++) {
            byte[] cut = Arrays.copyOf(answer, length);
            refused(TimeProblem.TOKEN_MALFORMED, () -> TimeStamp.verify(cut, FILE));
        }
        byte[] longer = Arrays.copyOf(answer, answer.length + 1);
        refused(TimeProblem.TOKEN_MALFORMED, () -> TimeStamp.verify(longer, FILE));
    }

    /** An answer without a token, an indefinite length, a length not in its shortest form, a tag of many bytes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "30053003020102",
                "30053003020100",
                "3080300302010000",
                "3081053003020100",
                "3f8100",
                "30840000000100"
            })
    void whatIsNoGrantedAnswerInDerIsRefused(String bytes) {
        refused(
                TimeProblem.TOKEN_MALFORMED,
                () -> TimeStamp.verify(HexFormat.of().parseHex(bytes), FILE));
    }

    @Test
    void aFileWithoutCertificatesIsNoAuthority() throws IOException {
        Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate");
        refused(TimeProblem.AUTHORITY_UNREADABLE, () -> TimeAuthority.read(file));
    }

    private static void refused(TimeProblem problem, Executable act) {
        assertEquals(problem, assertThrows(TimeException.class, act).problem());
    }
}
