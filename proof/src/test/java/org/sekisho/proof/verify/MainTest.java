package org.sekisho.proof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.proof.bag.BagProblem;
import org.sekisho.proof.pack.PackFixture;
import org.sekisho.proof.time.TimeProblem;
import org.sekisho.proof.witness.WitnessProblem;

class MainTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void eachVerdictHasItsExitCode() throws IOException {
        String pack = PackFixture.write(folder.resolve("pack.zip")).toString();
        assertEquals(3, run("verify", pack, "--lang", "en"));
        assertTrue(out().contains("CONSISTENT, SIGNER NOT CHECKED"), out());
        assertEquals(0, run("verify", pack, "--key", PackFixture.fingerprint(), "--lang", "en"));
        assertEquals(0, run("--lang", "en", "verify", "--key", PackFixture.fingerprint() + "=", pack));
        assertTrue(out().endsWith("VERIFIED: the pack is unchanged since the expected key signed it.\n"), out());
        assertEquals(9, out().lines().count(), out());
        assertEquals(1, run("verify", pack, "--key", "SHA256:" + "A".repeat(43)));
        Files.writeString(folder.resolve("pack.zip"), "no pack");
        assertEquals(1, run("verify", pack, "--lang", "en"));
        assertTrue(out().contains("NOT VERIFIED: don't rely on this pack."), out());
    }

    @Test
    void aTrailIsReportedWithItsSigner() throws IOException {
        String pack = new TrailFixture(2).write(folder.resolve("pack.zip")).toString();
        assertEquals(0, run("verify", pack, "--key", PackFixture.fingerprint(), "--lang", "en"));
        assertTrue(out().contains("trail: 2 events, proven to stand in the log"), out());
        assertTrue(out().contains("named by the signer of the pack: " + TrailFixture.fingerprint()), out());
        assertEquals(
                0, run("verify", pack, "--key", PackFixture.fingerprint(), "--trail-key", TrailFixture.fingerprint()));
        assertEquals(3, run("verify", pack, "--trail-key", TrailFixture.fingerprint()));
        assertEquals(1, run("verify", pack, "--trail-key", PackFixture.fingerprint(), "--lang", "en"));
        assertTrue(out().contains("another key than the expected one: " + TrailFixture.fingerprint()), out());
    }

    @Test
    void aLiveLogIsReported() throws IOException {
        try (LiveLog log = new LiveLog()) {
            log.serve(TrailFixture.PAIR, List.of(new byte[32], new byte[32]));
            Path old = folder.resolve("old");
            Files.write(
                    old,
                    TrailFixture.note(TrailFixture.PAIR, List.of(new byte[32])).bytes());
            String key = TrailFixture.fingerprint();
            String[] line = {"verify", "--trail", log.address(), "--from", old.toString(), "--lang", "en", "--key", key
            };
            assertEquals(0, run(line));
            assertTrue(out().endsWith("VERIFIED: the log continues the older checkpoint.\n"), out());
            assertEquals(5, out().lines().count(), out());
            log.serve(TrailFixture.PAIR, List.of());
            assertEquals(5, run(line));
            assertTrue(out().contains("cut back: the log has fewer entries than before (1 > 0)"), out());
        }
    }

    @Test
    void verdictsAreSaidInJapanese() throws IOException {
        String pack = PackFixture.write(folder.resolve("pack.zip")).toString();
        run("verify", pack, "--lang", "ja");
        assertTrue(out().contains("\u7f72\u540d\u8005\u306f\u672a\u78ba\u8a8d"), out());
        assertTrue(out().contains(PackFixture.fingerprint()), out());
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "verify",
        "check pack.zip",
        "verify a b",
        "verify nowhere.zip",
        "verify a --key",
        "verify a --key SHA256:short",
        "verify a --lang fr",
        "verify a --quick",
        "verify a --trail-key SHA256:short",
        "verify a --save b",
        "verify a --tsa-ca nowhere",
        "witness",
        "witness --config",
        "witness --config nowhere",
        "witness --config pom.xml",
        "witness more --config pom.xml",
        "verify a --config pom.xml",
        "verify --trail http://localhost:1/trail",
        "verify --trail http://localhost:1/trail --from",
        "verify --trail http://localhost:1/trail --from nowhere",
        "verify --trail localhost --from pom.xml",
        "verify --trail http://localhost:1/trail --from pom.xml more",
        "verify --trail http://localhost:1/trail --from pom.xml --trail-key-file nowhere",
        "verify a --key SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA --key SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "--key"
    })
    void wrongUseIsToldFromAFailedCheck(String line) {
        assertEquals(2, run(line.isEmpty() ? new String[0] : line.split(" ")));
        assertEquals("", out());
        assertFalse(err.toString(StandardCharsets.UTF_8).isBlank());
    }

    @Test
    void helpIsNoMistake() {
        assertEquals(0, run("--help"));
        assertTrue(out().contains("--key"), out());
    }

    /** A terminal obeys control characters: those in a pack's names are shown, not sent. */
    @Test
    void namesAreShownWithoutControlCharacters() throws IOException {
        Path bag = Files.createDirectories(folder.resolve("bag"));
        Files.writeString(bag.resolve("\u001b[2Jx"), "");
        assertEquals(1, run("verify", bag.toString(), "--lang", "en"));
        assertTrue(out().contains("\\u001b[2Jx"), out());
        assertFalse(out().contains("\u001b"), out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void everyOutcomeHasItsWords(String language) {
        Messages messages = Messages.of(language);
        for (PackCheck check : PackCheck.values()) {
            assertFalse(messages.text("check." + check).isBlank());
            assertFalse(messages.text("passed." + check, List.of(1L, 2L)).isBlank());
        }
        for (PackCheck check :
                List.of(PackCheck.TIMESTAMP, PackCheck.TRAIL, PackCheck.TRAIL_SIGNER, PackCheck.SAMPLES)) {
            assertFalse(messages.text("absent." + check).isBlank());
        }
        for (PackCheck check : List.of(PackCheck.SIGNER, PackCheck.TRAIL_SIGNER, PackCheck.SAMPLES)) {
            assertFalse(messages.text("open." + check, List.of(2L, 1L, 1L)).isBlank());
        }
        for (CheckOutcome outcome : CheckOutcome.values()) {
            assertFalse(messages.text("outcome." + outcome).isBlank());
        }
        for (PackVerdict verdict : PackVerdict.values()) {
            assertFalse(messages.text("verdict." + verdict).isBlank());
        }
        for (BagProblem problem : BagProblem.values()) {
            assertTrue(messages.text("problem." + problem, List.of("the-file")).contains("the-file"));
        }
        for (LogCheck check : LogCheck.values()) {
            assertFalse(messages.text("check." + check).isBlank());
            assertFalse(messages.text("passed." + check, List.of(1L, 2L)).isBlank());
        }
        for (LogVerdict verdict : LogVerdict.values()) {
            assertFalse(messages.text("verdict." + verdict).isBlank());
        }
        for (LiveProblem problem : LiveProblem.values()) {
            assertTrue(messages.text("problem." + problem, List.of("the-file")).contains("the-file"));
        }
        for (WitnessProblem problem : WitnessProblem.values()) {
            assertTrue(messages.text("witness." + problem, List.of("the-file")).contains("the-file"));
        }
        for (TimeProblem problem : TimeProblem.values()) {
            assertTrue(messages.text("problem." + problem, List.of("the-file")).contains("the-file"));
        }
        for (TrailProblem problem : TrailProblem.values()) {
            assertTrue(messages.text("problem." + problem, List.of("the-file")).contains("the-file"));
        }
        for (SampleProblem problem : SampleProblem.values()) {
            assertTrue(messages.text("problem." + problem, List.of("the-file")).contains("the-file"));
        }
        for (PackProblem problem : PackProblem.values()) {
            assertTrue(messages.text("problem." + problem, List.of("the-file")).contains("the-file"));
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(
                new TreeSet<>(bundle(Locale.ENGLISH).keySet()),
                new TreeSet<>(bundle(Locale.JAPANESE).keySet()));
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.sekisho.proof.verify.verify", locale);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
