package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.disclosure.DisclosureCase;
import org.sekisho.domain.report.disclosure.DisclosureContent;
import org.sekisho.domain.report.disclosure.NotifiedParty;
import org.sekisho.domain.report.embargo.Embargo;
import org.sekisho.domain.shared.Days;
import org.sekisho.persistence.shared.TestDatabase;

/** Disclosure cases in the database: the institution alone sees them until it shows them, and the coordinator never. */
class DisclosureRowsTest {

    private static final List<String> TABLES = List.of("disclosure_case", "disclosure_content", "disclosure_step");
    private static final DisclosureContent.Words WORDS =
            new DisclosureContent.Words("Router 7", "Example", "It answers everybody.");

    private static final LocalDate TODAY = Days.of(Bench.NOW);

    private final Bench bench = new Bench();
    private UUID disclosure = UUID.randomUUID();

    @BeforeEach
    void aCase() {
        UUID report = bench.inReview(RiskTier.HIGH, 1);
        disclosure = bench.as(bench.reviewer, "", entities -> {
            DisclosureCase opened = new DisclosureCase(entities.find(Report.class, report), bench.reviewer, Bench.NOW);
            entities.persist(opened);
            entities.persist(opened.keep(WORDS, bench.vault));
            return opened.id();
        });
    }

    private DisclosureCase lock(EntityManager entities) {
        return entities.find(DisclosureCase.class, disclosure, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    @Test
    void onlyTheInstitutionSeesItUntilItIsShown() throws SQLException {
        for (String table : TABLES) {
            for (Actor other : List.of(bench.stranger, bench.official, bench.coordinator)) {
                assertEquals(0, seen(other, table), table);
            }
        }
        bench.as(bench.reviewer, "", entities -> lock(entities).show(bench.reviewer, Bench.NOW));
        assertEquals(WORDS, bench.as(bench.official, "", entities -> entities.find(DisclosureContent.class, disclosure)
                .open(bench.vault)));
        for (String table : TABLES) {
            assertEquals(0, seen(bench.stranger, table), table);
            assertEquals(0, seen(bench.coordinator, table), table);
        }
    }

    @Test
    void itGoesNoOtherWay() {
        assertThrows(
                SQLException.class,
                () -> change("update disclosure_case set state = 'PUBLISHED', publish_on = '2026-11-27' where id = ?"));
        assertThrows(SQLException.class, () -> change("update disclosure_case set jvn = 'JVN#1' where id = ?"));
    }

    @Test
    void whoWasToldAnswers() throws SQLException {
        bench.as(bench.reviewer, "", entities -> {
            DisclosureCase mine = lock(entities);
            mine.told(bench.reviewer, NotifiedParty.DEVELOPER, TODAY, "", bench.vault, Bench.NOW);
            return mine.answered(bench.reviewer, NotifiedParty.DEVELOPER, TODAY, "In May", bench.vault, Bench.NOW);
        });
        assertEquals(3, seen(bench.reviewer, "disclosure_step"));
        assertThrows(
                SQLException.class,
                () -> change(
                        "insert into disclosure_step (id, case_id, kind, person_id, taken_at)"
                                + " select gen_random_uuid(), c.id, 'ANSWERED', acting_person(), c.opened_at from disclosure_case c where c.id = ?"));
    }

    @Test
    void noDayOfPublicationLiesBeforeTheEndOfAnEmbargo() throws SQLException {
        bench.as(bench.reviewer, "", entities -> {
            Report report = entities.find(Report.class, lock(entities).report());
            Embargo embargo = new Embargo(report, Days.endOf(TODAY.plusDays(10)), Days.ZONE, bench.reviewer, Bench.NOW);
            entities.persist(embargo);
            return embargo.id();
        });
        assertThrows(
                SQLException.class,
                () -> change("update disclosure_case set publish_on = date '" + TODAY.plusDays(9) + "' where id = ?"));
        change("update disclosure_case set publish_on = date '" + TODAY.plusDays(10) + "' where id = ?");
    }

    @Test
    void aReportThatIsThrownOutGetsNoCase() throws SQLException {
        UUID report = bench.as(bench.reviewer, "", entities -> lock(entities).report());
        String another =
                "insert into disclosure_case (id, row_version, report_id, report_number, organisation_id, agreement_id, state, opened_at, state_at, jvn, cves)"
                        + " select gen_random_uuid(), 1, report_id, report_number, organisation_id, agreement_id, 'PREPARED', opened_at, state_at, '', '' from disclosure_case where id = ?";
        change("update disclosure_case set state = 'WITHDRAWN' where id = ?");
        try (Connection connection = TestDatabase.get().owner().getConnection()) {
            Rows.run(connection, "update report set state = 'RECEIVED', chain_id = null where id = ?", report);
        }
        assertThrows(SQLException.class, () -> change(another));
    }

    @Test
    void whoeverTellsPeopleByMailSeesThatThereIsOneAndNothingOfIt() throws SQLException {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                assertTrue(statement.execute("select set_config('sekisho.reach', 'notices', true)"));
                assertEquals(1, counted(statement, "disclosure_case where id = '" + disclosure + "'"));
                assertEquals(0, counted(statement, "disclosure_content"));
                assertEquals(0, counted(statement, "disclosure_step"));
            }
            connection.rollback();
        }
    }

    private static long counted(Statement statement, String rows) throws SQLException {
        try (ResultSet count = statement.executeQuery("select count(*) from " + rows)) {
            count.next();
            return count.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, bench.reviewer, "");
            Rows.run(connection, sql, disclosure);
            connection.commit();
        }
    }

    private long seen(Actor actor, String table) throws SQLException {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, actor, "");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getLong(1);
            } finally {
                connection.rollback();
            }
        }
    }
}
