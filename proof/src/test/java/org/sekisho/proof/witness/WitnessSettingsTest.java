package org.sekisho.proof.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.VerifierKey;

class WitnessSettingsTest {

    private static final String SETTINGS =
            """
            port = 8470
            state = state
            key = witness.pem
            name = witness.example/w
            logs = FIRST \\
                   SECOND
            """;

    @TempDir
    Path folder;

    @Test
    void theSettingsAreRead() throws IOException {
        WitnessSettings settings = read(SETTINGS);
        assertEquals("127.0.0.1", settings.address());
        assertEquals(8470, settings.port());
        assertEquals(folder.toAbsolutePath().resolve("state"), settings.state());
        assertEquals(folder.toAbsolutePath().resolve("witness.pem"), settings.key());
        assertEquals(
                Set.of(WitnessFixture.ORIGIN, "other.example/log"),
                settings.logs().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "port = 8470, '', SETTING_MISSING, port",
        "port = 8470, port = 70000, SETTING_WRONG, port",
        "port = 8470, port = some, SETTING_WRONG, port",
        "name = witness.example/w, name =, SETTING_MISSING, name",
        "port = 8470, ports = 8470, SETTING_UNKNOWN, ports",
        "FIRST, key, SETTING_WRONG, logs: key",
    })
    void whatCannotBeUsedIsNamed(String good, String bad, WitnessProblem problem, String where) {
        WitnessException refused = assertThrows(WitnessException.class, () -> read(SETTINGS.replace(good, bad)));
        assertEquals(problem, refused.problem());
        assertEquals(where, refused.where());
    }

    /** It would be asked to believe other witnesses. */
    @Test
    void aKeyThatCosignsIsNoLogs() throws IOException {
        VerifierKey key =
                VerifierKey.of(WitnessFixture.ORIGIN, SignatureType.COSIGNATURE, WitnessFixture.PAIR.getPublic());
        assertEquals(
                WitnessProblem.SETTING_WRONG,
                assertThrows(WitnessException.class, () -> read(SETTINGS.replace("FIRST", key.text())))
                        .problem());
    }

    @Test
    void noSettingsAreSaid() {
        WitnessException refused =
                assertThrows(WitnessException.class, () -> WitnessSettings.read(folder.resolve("nowhere")));
        assertEquals(WitnessProblem.SETTINGS_UNREADABLE, refused.problem());
    }

    private WitnessSettings read(String settings) throws IOException {
        VerifierKey other = VerifierKey.of("other.example/log", SignatureType.ED25519, WitnessFixture.PAIR.getPublic());
        Path file = folder.resolve("witness.properties");
        Files.writeString(
                file, settings.replace("FIRST", WitnessFixture.key().text()).replace("SECOND", other.text()));
        return WitnessSettings.read(file);
    }
}
