package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.sekisho.ejb.report.intake.SourceFileService;
import org.sekisho.ejb.shared.FileToSend;

/** The file of an import, fetched as it came. */
final class SourceFileChecks {

    private static final String SECRET = "password=Abend.Rot.77";

    private final Bank bank = Regime.get().own();
    private final ReportFiles files = new ReportFiles(bank, bank.thing("agreement"));

    /** Byte by byte, for whoever imported it and a reason; the trail tells it, and nothing of what the file says. */
    void comesBackAsItWasForAReason() throws IOException {
        byte[] file = ReportFiles.sarif("kept as it came");
        UUID id = files.done(files.begin(files.upload("whole 全体.sarif", file)).intake())
                .row()
                .id();
        Player analyst = files.analyst();
        assertEquals("shared.required", AtOnce.outcome(() -> analyst.run(() -> handOut(id, " "))));
        assertEquals(List.of(), trail(id));
        FileToSend sent = analyst.as(() -> handOut(id, "To compare with the scanner, " + SECRET));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sent.writeTo(bytes);
        assertArrayEquals(file, bytes.toByteArray());
        assertEquals("whole 全体.sarif", sent.name());
        List<String> told = trail(id);
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains(sent.sha256()), told.get(0));
        assertFalse(told.get(0).contains(SECRET), told.get(0));
    }

    /** Another bank learns nothing of it, and a colleague reads it where the agreement lets them read reports. */
    void isNobodyElses() {
        UUID id = files.done(files.begin(files.upload("own.sarif", ReportFiles.sarif("nobody else's file")))
                        .intake())
                .row()
                .id();
        Player rival = Regime.get().other().person(Role.SECURITY_REVIEWER);
        assertEquals("shared.not-found", AtOnce.outcome(() -> rival.run(() -> handOut(id, "Curious"))));
        Player coordinator = Regime.get().player(Role.COORDINATOR);
        assertEquals("shared.not-permitted", AtOnce.outcome(() -> coordinator.run(() -> handOut(id, "Curious"))));
        Player ungranted = bank.person(Role.SECURITY_REVIEWER);
        assertEquals("report.access-denied", AtOnce.outcome(() -> ungranted.run(() -> handOut(id, "Curious"))));
        assertEquals(List.of(), trail(id));
    }

    private static FileToSend handOut(UUID intake, String reason) {
        return use(SourceFileService.class).handOut(intake, reason);
    }

    private static List<String> trail(UUID intake) {
        return Database.texts(
                "select convert_from(leaf, 'UTF8') from trail_event where act = 'report-import.hand-out' and outcome = 'done'"
                        + " and subject_id = ?",
                intake);
    }
}
