package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.ReportFiles;
import org.sekisho.container.regime.Sessions;
import org.sekisho.container.regime.Waiting;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.report.intake.IntakeState;
import org.sekisho.ejb.home.HomeService;
import org.sekisho.ejb.notice.NoticeService;
import org.sekisho.ejb.report.intake.BegunIntake;
import org.sekisho.ejb.report.intake.IntakeLine;
import org.sekisho.ejb.report.intake.IntakeRunner;
import org.sekisho.ejb.report.intake.IntakeUpload;
import org.sekisho.ejb.shared.Caller;

/** Imports whose reader has gone, those that only take long, and who is told of which. */
final class BrokenIntakeChecks {

    private static final String SOURCE = "IntakeQueue";
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Bank bank = Regime.get().own();
    private final ReportFiles files = new ReportFiles(bank, bank.thing("agreement"));
    private final Player analyst = files.analyst();
    private final Player ciso = bank.person(Role.CISO);
    private final Player reviewer = bank.person(Role.SECURITY_REVIEWER);
    private final Player everything = Regime.get().everythingAtTheBank();
    private final NoticeService notices = Sessions.use(NoticeService.class);

    /** Who sends the file again or wants to take it over while it is published is answered at once, and nothing is done twice. */
    void whatIsBeingPublishedIsNotWaitedFor(AtOnce atOnce) throws SQLException {
        byte[] file = sarif("takes long");
        UUID intake;
        try (Connection other = Database.connect(Database.As.OWNER)) {
            other.setAutoCommit(false);
            // As another import of the bank's does that is being published.
            Database.texts(
                    other,
                    "select cast(pg_advisory_xact_lock(hashtextextended(?, 0)) as text)",
                    "finding:" + bank.organisation());
            intake = files.begin(files.upload("long.sarif", file)).intake();
            UUID id = intake;
            awaitBlocked("exists (select from pg_locks where locktype = 'advisory' and not granted)");
            IntakeUpload same = files.upload("again.sarif", file);
            assertEquals(
                    List.of("done", "report.same-file-under-way"),
                    atOnce.run(List.of(
                            () -> assertEquals(new BegunIntake(id, true), files.begin(same)),
                            () -> analyst.run(() -> files.intakes().takeOver(id)))));
            assertFalse(one(id).brokenOff());
            other.rollback();
        }
        IntakeLine done = files.done(intake);
        assertEquals(IntakeState.PUBLISHED, done.row().state());
        assertEquals(1, done.row().attempt());
        assertEquals(2, done.row().tally().created());
    }

    /** Sent again, a file whose import broke off is read anew, and of what was staged before nothing stays. */
    void whatBrokeOffIsSentAgainAndLeavesNothing() throws SQLException {
        byte[] file = sarif("sent again");
        UUID broken = brokenOff(file);
        assertEquals("2", staged("finding", broken));
        BegunIntake again = files.begin(files.upload("again.sarif", file));
        assertFalse(again.repeated());
        assertEquals(2, files.done(again.intake()).row().tally().created());
        assertEquals(IntakeState.ABANDONED, one(broken).row().state());
        for (String table : List.of("finding", "finding_draft", "finding_rejection")) {
            assertEquals("0", staged(table, broken), table);
        }
    }

    /** Its operator is told once of each attempt that broke off, on the home page and by the job; else those who may go on with it. */
    void itsOperatorIsToldOnceOfEachAttempt() throws SQLException {
        forget();
        try {
            UUID broken = brokenOff(sarif("told once"));
            assertTrue(shows(analyst, broken));
            assertFalse(shows(ciso, broken) || shows(reviewer, broken));
            assertEquals(1, look());
            assertEquals(Set.of(analyst.id() + " now"), told());
            Caller.as(SystemJob.NOTICES, notices::tell);
            assertEquals(Set.of(analyst.id() + " told"), told());
            assertEquals(0, look(), "Once");
            assertEquals(Set.of(analyst.id() + " told"), told());
            // Nobody looked between, and it broke off once more.
            Database.run("update report_import set attempt = 2 where id = ?", broken);
            assertEquals(1, look());
            assertEquals(Set.of(analyst.id() + " now"), told());

            Database.run("update person set state = 'DEACTIVATED' where id = ?", analyst.id());
            assertEquals(3, look(), "Nobody may go on with it: those whose work it is");
            assertEquals(Set.of(ciso.id() + " now", reviewer.id() + " now", everything.id() + " now"), told());
            Database.run("update access_grant set state = 'ACTIVE' where id = ?", bank.thing("grant", "requested"));
            assertEquals(0, look());
            assertEquals(Set.of(reviewer.id() + " now"), told());
            assertTrue(shows(reviewer, broken));
            assertFalse(shows(ciso, broken), "The agreement lets no CISO import");

            reviewer.run(() -> files.intakes().takeOver(broken));
            Waiting.until(
                    "It is done",
                    () -> reviewer.as(() -> files.intakes().one(broken)).row().state() != IntakeState.STAGING);
            assertFalse(shows(reviewer, broken));
            assertEquals(0, look());
            assertEquals(Set.of(), told());
        } finally {
            forget();
        }
    }

    /** Begins an import whose person is signed out once its items are staged, an hour ago. */
    private UUID brokenOff(byte[] file) throws SQLException {
        String token = Sessions.open(analyst.id(), analyst.organisation(), true);
        Player leaving = new Player(
                analyst.id(), analyst.organisation(), analyst.email(), analyst.role(), token, analyst.totp());
        UUID intake;
        try (Connection other = Database.connect(Database.As.OWNER)) {
            other.setAutoCommit(false);
            try (Statement lock = other.createStatement()) {
                lock.execute("lock table finding in share mode");
            }
            IntakeUpload upload = files.upload("broken.sarif", file);
            intake = leaving.as(() -> files.intakes().begin(upload)).intake();
            awaitBlocked("exists (select from pg_locks where relation = cast('finding' as regclass) and not granted)");
            Database.run(
                    "update login_session set ended_at = clock_timestamp(), ended_because = 'REVOKED' where token_hash = ?",
                    Tokens.hash(token));
            other.rollback();
        }
        Sessions.use(IntakeRunner.class).await(intake, LONGEST);
        assertEquals(IntakeState.STAGING, one(intake).row().state());
        assertFalse(one(intake).brokenOff(), "Its lease hasn't run out");
        Database.run(
                "update report_import set begun_at = begun_at - interval '1 hour', heard_at = heard_at - interval '1 hour' where id = ?",
                intake);
        assertTrue(one(intake).brokenOff());
        return intake;
    }

    private static void awaitBlocked(String condition) {
        Waiting.until("Somebody waits", () -> Database.texts("select cast(" + condition + " as text)")
                .equals(List.of("true")));
    }

    private IntakeLine one(UUID intake) {
        return analyst.as(() -> files.intakes().one(intake));
    }

    private int look() {
        return Caller.as(SystemJob.NOTICES, () -> notices.look(SOURCE));
    }

    private static boolean shows(Player who, UUID intake) {
        return who.as(() -> Sessions.use(HomeService.class).queue()).stream()
                .anyMatch(item -> item.textKey().equals("queue.report-import-broken")
                        && item.path().equals("/report-import?id=" + intake));
    }

    /** Who is to be told now, or was. */
    private static Set<String> told() {
        return Set.copyOf(Database.texts(
                "select person_id || case when tell_at is null then ' told' else ' now' end from notice where source = ?",
                SOURCE));
    }

    private static void forget() {
        Database.run("delete from notice where source = ?", SOURCE);
    }

    private static String staged(String table, UUID intake) {
        return Database.texts("select count(*)::text from " + table + " where import_id = ?", intake)
                .get(0);
    }

    /** A file with two findings that nobody else has, and an item that is none. */
    private static byte[] sarif(String words) {
        String results = Stream.of("first", "second")
                .map(each -> "{\"message\":{\"text\":\"" + words + " " + each + "\"}},")
                .reduce("", String::concat);
        return ("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Probe\"}},\"results\":[" + results
                        + "{\"kind\":\"pass\",\"message\":{\"text\":\"fine\"}}]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
