package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.ReportFiles;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.vault.KeyFingerprint;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.report.intake.SourceFileService;

/** A new version of the key under which a bank's content is sealed. */
final class KeyRotationChecks {

    private final Bank bank = Regime.get().own();
    private final ReportFiles files = new ReportFiles(bank, bank.thing("agreement"));
    private final Player administrator = Regime.get().player(Role.ADMINISTRATOR);

    /** What was sealed before is read as before, what comes now is sealed under the new one, and the trail names it. */
    void sealsWhatComesAndOpensWhatWas() throws IOException {
        byte[] earlier = ReportFiles.sarif("sealed under the earlier key");
        byte[] later = ReportFiles.sarif("sealed under the later key");
        UUID first = imported("earlier.sarif", earlier);
        KeyFingerprint before = latest();
        administrator.run(() -> use(OrganisationService.class).rotateKey(bank.organisation()));
        KeyFingerprint after = latest();
        assertTrue(after.version() > before.version(), before + ", " + after);
        assertNotEquals(before.fingerprint(), after.fingerprint());
        UUID second = imported("later.sarif", later);
        assertArrayEquals(earlier, file(first));
        assertArrayEquals(later, file(second));
        assertEquals(
                1,
                Database.texts(
                                "select cast(id as text) from trail_event where act = 'organisation.rotate-key' and outcome = 'done'"
                                        + " and position(cast(? as text) in convert_from(leaf, 'UTF8')) > 0",
                                after.fingerprint())
                        .size());
    }

    /** The folder of keys is the installation's: a bank's own administrators don't make keys in it. */
    void isTheInstallationsDoing() {
        for (Player other : List.of(bank.person(Role.ORGANISATION_ADMINISTRATOR), bank.person(Role.CISO))) {
            assertEquals(
                    "shared.not-permitted",
                    AtOnce.outcome(
                            () -> other.run(() -> use(OrganisationService.class).rotateKey(bank.organisation()))));
        }
    }

    private KeyFingerprint latest() {
        List<KeyFingerprint> keys =
                administrator.as(() -> use(OrganisationService.class).keys(bank.organisation()));
        return keys.get(keys.size() - 1);
    }

    private UUID imported(String name, byte[] file) {
        return files.done(files.begin(files.upload(name, file)).intake()).row().id();
    }

    private byte[] file(UUID intake) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        files.analyst()
                .as(() -> use(SourceFileService.class).handOut(intake, "To compare"))
                .writeTo(bytes);
        return bytes.toByteArray();
    }
}
