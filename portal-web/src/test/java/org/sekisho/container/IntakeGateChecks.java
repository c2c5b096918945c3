package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sekisho.container.regime.Sessions.use;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.ReportFiles;
import org.sekisho.container.regime.Waiting;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.intake.IntakeState;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.access.DeclareFreeze;
import org.sekisho.ejb.access.FreezeService;
import org.sekisho.ejb.report.intake.ImportReports;
import org.sekisho.ejb.report.intake.IntakeLine;

/** Importing takes an access decision: before the bytes are taken, and again before anything is published. */
final class IntakeGateChecks {

    private static final String NOT_PERMITTED = "report.import-not-permitted";

    private final Bank bank = Regime.get().own();
    private final UUID agreement = bank.thing("agreement");
    private final ReportFiles files = new ReportFiles(bank, agreement);

    /** What an institution has found is its own, so that a freeze of the agreement doesn't stop it; one of the institution does. */
    void aFrozenInstitutionImportsNothing() {
        freezeTheBank();
        Refusal refusal = assertThrows(
                Refusal.class, () -> files.upload("frozen.sarif", ReportFiles.sarif("of a frozen institution")));
        assertEquals(NOT_PERMITTED, refusal.code().code());
        assertEquals("NOT_FROZEN", refusal.parameters().get("conditions"));
    }

    void anEnvironmentOutsideTheClauseIsRefused() {
        IntakeChecks.thaw();
        Refusal refusal = assertThrows(Refusal.class, () -> files.analyst().as(() -> files.intakes()
                .open(new ImportReports(agreement, SourceFormat.SARIF, "garage", "", "", "", Tlp.AMBER, "x.sarif"))));
        assertEquals("report.import-environment-unknown", refusal.code().code());
    }

    void whatIsFrozenWhileItIsReadIsNotPublished() throws SQLException {
        IntakeChecks.thaw();
        UUID intake;
        try (Connection other = Database.connect(Database.As.OWNER);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            // Nothing can be staged for as long as this is held.
            statement.execute("lock table finding in share mode");
            intake = files.begin(files.upload("frozen.sarif", ReportFiles.sarif("frozen while it is read")))
                    .intake();
            Waiting.until("The first item waits to be staged", () -> Database.texts(
                            "select cast(count(*) as text) from pg_locks where relation = 'finding'::regclass"
                                    + " and not granted")
                    .equals(List.of("1")));
            freezeTheBank();
            other.rollback();
        }
        IntakeLine done = files.done(intake);
        assertEquals(IntakeState.REFUSED, done.row().state());
        assertEquals(NOT_PERMITTED, done.row().failure().orElseThrow().code());
        assertEquals(
                Set.of("0"),
                Set.copyOf(Database.texts(
                        "select cast(count(*) as text) from finding where import_id = ? union all"
                                + " select cast(count(*) as text) from report_origin where import_id = ?",
                        intake,
                        intake)));
    }

    private void freezeTheBank() {
        bank.person(Role.CISO).as(() -> use(FreezeService.class)
                .freeze(new DeclareFreeze(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(bank.organisation().toString()),
                        false,
                        "Tried in a test")));
    }
}
