package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.proof.hash.Sha256;

/** Who reads by the address of a calendar feed, as the application's role sees it: the very person, and only while they may. */
class CalendarFeedTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final String MOMENT = "2026-11-24T03:00:00Z";
    private static final String MADE = "2026-11-20T03:00:00Z";
    private static final UUID OFFICE = UUID.randomUUID();
    private static final UUID AOBA = UUID.randomUUID();
    private static final UUID HINODE = UUID.randomUUID();
    private static final UUID UNIT = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID COORDINATOR = UUID.randomUUID();
    private static final UUID CISO = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID OFFICIAL = UUID.randomUUID();
    private static final UUID AUDITOR = UUID.randomUUID();
    private static final UUID AUDIT = UUID.randomUUID();
    private static final UUID OTHERS_AUDIT = UUID.randomUUID();

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            AuditRows.organisation(statement, OFFICE, "feed-office", "MODEL_PROVIDER");
            AuditRows.organisation(statement, AOBA, "feed-aoba", "INSTITUTION");
            AuditRows.organisation(statement, HINODE, "feed-hinode", "INSTITUTION");
            AuditRows.organisation(statement, UNIT, "feed-unit", "AUTHORITY");
            AuditRows.organisation(statement, FIRM, "feed-firm", "AUDIT_FIRM");
            person(owner, COORDINATOR, OFFICE, "COORDINATOR");
            person(owner, CISO, AOBA, "CISO");
            person(owner, RIVAL, HINODE, "CISO");
            person(owner, OFFICIAL, UNIT, "AUTHORITY_REVIEWER");
            person(owner, AUDITOR, FIRM, "AUDITOR");
            AuditRows.engagement(statement, AUDIT, "AUD-FEED-1", OFFICE, AOBA, FIRM);
            AuditRows.engagement(statement, OTHERS_AUDIT, "AUD-FEED-2", OFFICE, HINODE, FIRM);
            AuditRows.member(statement, AUDIT, AUDITOR, FIRM, COORDINATOR);
            statement.execute(
                    "insert into engagement_section (engagement_id, section) values ('" + AUDIT + "', 'GRANTS')");
            request(owner, 1, "OPEN", null);
            request(owner, 2, "ANSWERED", null);
            request(owner, 3, "RETURNED", "2026-11-10T00:00:00Z");
            owner.commit();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"COORDINATOR", "CISO", "OFFICIAL", "AUDITOR"})
    void whoReadsByAnAddressActsJustAsInASession(String who) throws SQLException {
        UUID person = named(who);
        assertEquals(settings("enter", person), settings("enter_by_calendar_feed", person));
    }

    @Test
    void everybodyReadsWhatTheyMaySee() throws SQLException {
        assertEquals(List.of("AUD-FEED-1", "AUD-FEED-2"), engagements(COORDINATOR));
        assertEquals(List.of("AUD-FEED-1"), engagements(CISO));
        assertEquals(List.of("AUD-FEED-2"), engagements(RIVAL));
        assertEquals(List.of("AUD-FEED-1"), engagements(AUDITOR));
        assertEquals(List.of("1 2026-11-01 00:00:00+00", "3 2026-11-10 00:00:00+00"), requests(CISO));
        assertEquals(List.of(), requests(RIVAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update calendar_feed set revoked_at = '2026-11-23 00:00Z' where person_id = ?",
                "update person set state = 'LOCKED' where id = ?",
                "update person set state = 'DEACTIVATED' where id = ?",
                "update organisation set state = 'CLOSED' where id = (select home_organisation_id from person where id"
                        + " = ?)",
                "update affiliation set last_day = '2026-11-23' where person_id = ?",
                "update credential set password_changed_at = '2026-11-21 00:00Z' where person_id = ?"
            })
    void anAddressOpensNothingAnyMore(String change) throws SQLException {
        UUID person = UUID.randomUUID();
        UUID home = UUID.randomUUID();
        try (Connection owner = DATABASE.owner().getConnection();
                Statement statement = owner.createStatement()) {
            AuditRows.organisation(statement, home, "f" + home.toString().substring(0, 8), "INSTITUTION");
            person(owner, person, home, "CISO");
        }
        assertTrue(opens(person));
        try (Connection owner = DATABASE.owner().getConnection()) {
            run(owner, change, person);
        }
        assertFalse(opens(person));
    }

    @Test
    void anUnknownAddressOpensNothing() throws SQLException {
        assertFalse(opens(UUID.randomUUID()));
    }

    @Test
    void aPasswordAsOldAsTheAddressShutsNothing() throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection()) {
            run(owner, "update credential set password_changed_at = ?::timestamptz where person_id = ?", MADE, RIVAL);
        }
        assertTrue(opens(RIVAL));
    }

    @Test
    void aReadingIsMarkedOnceInFiveMinutes() throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            assertEquals(List.of("2026-11-24 03:00:00+00"), readAt(connection, MOMENT));
            assertEquals(List.of("2026-11-24 03:00:00+00"), readAt(connection, "2026-11-24T03:04:59Z"));
            assertEquals(List.of("2026-11-24 03:05:01+00"), readAt(connection, "2026-11-24T03:05:01Z"));
            connection.rollback();
        }
    }

    @Test
    void nobodySeesOrRevokesAnothersAddress() throws SQLException {
        String others = "from calendar_feed where person_id <> '" + CISO + "'";
        assertEquals(List.of(), texts("enter", CISO, "select id::text " + others));
        assertEquals(
                List.of(),
                texts("enter", COORDINATOR, "select id::text from calendar_feed where person_id = '" + CISO + "'"));
        assertEquals(
                List.of(),
                texts(
                        "enter",
                        CISO,
                        "with r as (update calendar_feed set revoked_at = made_at where person_id <> '" + CISO
                                + "' returning id) select id::text from r"));
    }

    @Test
    void nobodyMakesAnAddressForAnother() throws SQLException {
        String insert =
                """
                insert into calendar_feed (id, row_version, token_hash, person_id, organisation_id, second_factor, made_at)
                values (gen_random_uuid(), 1, sha256(gen_random_uuid()::text::bytea), '%s', '%s', true, '2026-11-24 03:00Z')
                returning id::text
                """;
        assertThrows(SQLException.class, () -> texts("enter", CISO, insert.formatted(RIVAL, HINODE)));
        assertThrows(SQLException.class, () -> texts("enter", CISO, insert.formatted(CISO, HINODE)));
    }

    @Test
    void thereIsOneAddressAtATime() {
        assertThrows(SQLException.class, () -> {
            try (Connection owner = DATABASE.owner().getConnection()) {
                feed(owner, CISO, AOBA, "another");
            }
        });
    }

    @Test
    void theApplicationActsAsNobodyWithoutASessionOrAnAddress() throws SQLException {
        try (Connection connection = DATABASE.application().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select * from act_as(?, ?, ?::timestamptz)")) {
            statement.setObject(1, CISO);
            statement.setObject(2, AOBA);
            statement.setString(3, MOMENT);
            SQLException refused = assertThrows(SQLException.class, statement::executeQuery);
            assertEquals("42501", refused.getSQLState());
        }
    }

    private static UUID named(String who) {
        return switch (who) {
            case "COORDINATOR" -> COORDINATOR;
            case "CISO" -> CISO;
            case "OFFICIAL" -> OFFICIAL;
            default -> AUDITOR;
        };
    }

    private static List<String> engagements(UUID reader) throws SQLException {
        return texts(
                "enter_by_calendar_feed",
                reader,
                "select number from (" + CalendarEntryRows.ENGAGEMENTS.replace(":most", "1000")
                        + ") e where number like 'AUD-FEED-%' order by 1");
    }

    private static List<String> requests(UUID reader) throws SQLException {
        return texts(
                "enter_by_calendar_feed",
                reader,
                "select number || ' ' || (changed_at at time zone 'UTC') || '+00' from ("
                        + CalendarEntryRows.REQUESTS.replace(":most", "1000")
                        + ") r where engagement_number like 'AUD-FEED-%' order by 1");
    }

    private static List<String> settings(String function, UUID person) throws SQLException {
        return texts(
                function,
                person,
                "select concat_ws(' ', name, current_setting('sekisho.' || name, true)) from unnest(array['actor',"
                        + " 'person', 'organisation', 'day', 'reach', 'writable', 'agreements', 'audits', 'engagements'])"
                        + " name");
    }

    private static List<String> readAt(Connection connection, String moment) throws SQLException {
        assertTrue(enter(connection, "enter_by_calendar_feed", OFFICIAL, moment));
        return texts(connection, "select (last_read_at at time zone 'UTC') || '+00' from calendar_feed");
    }

    private static boolean opens(UUID person) throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            return enter(connection, "enter_by_calendar_feed", person, MOMENT);
        }
    }

    private static List<String> texts(String function, UUID person, String query) throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            assertTrue(enter(connection, function, person, MOMENT), "Nothing is opened");
            return texts(connection, query);
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static boolean enter(Connection connection, String function, UUID person, String moment)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select person_id from " + function + "(?, ?::timestamptz)")) {
            statement.setBytes(1, hash(person.toString()));
            statement.setString(2, moment);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Somebody in a session and with an address, both named by their id. */
    static void person(Connection owner, UUID id, UUID home, String role) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            AuditRows.person(statement, id, home);
        }
        run(
                owner,
                "insert into credential (person_id, version, must_change_password, failed_attempts,"
                        + " second_factor_last_step) values (?, 1, false, 0, -1)",
                id);
        run(owner, "insert into affiliation values (?, ?, ?, 'HOME', '2026-05-01', null)", UUID.randomUUID(), id, home);
        run(
                owner,
                """
                insert into role_assignment (id, version, person_id, role, organisation_id, state, founding, reason,
                    requested_by_own_administrator, requested_at, effective_at, closed_reason)
                values (?, 1, ?, ?, ?, 'IN_EFFECT', true, '', false, ?::timestamptz, ?::timestamptz, '')
                """,
                UUID.randomUUID(),
                id,
                role,
                home,
                MADE,
                MADE);
        run(
                owner,
                """
                insert into login_session values (?, 1, ?, ?, ?, 'PAGE', true, '', '', ?::timestamptz, '2026-11-24T12:00:00Z',
                                                  ?::timestamptz, null, null)
                """,
                UUID.randomUUID(),
                hash(id.toString()),
                id,
                home,
                MOMENT,
                MOMENT);
        feed(owner, id, home, id.toString());
    }

    private static void feed(Connection owner, UUID person, UUID organisation, String token) throws SQLException {
        run(
                owner,
                """
                insert into calendar_feed (id, row_version, token_hash, person_id, organisation_id, second_factor, made_at)
                values (?, 1, ?, ?, ?, true, ?::timestamptz)
                """,
                UUID.randomUUID(),
                hash(token),
                person,
                organisation,
                MADE);
    }

    private static void request(Connection owner, int number, String state, @Nullable String judgedAt)
            throws SQLException {
        boolean answered = !state.equals("OPEN");
        run(
                owner,
                """
                insert into audit_request (id, row_version, engagement_id, number, organisation_id, section, item, period_first,
                    period_last, due, state, raised_by_person_id, raised_at, answered_by_person_id, answered_at, judged_by_person_id,
                    judged_at, return_reason, withdrawal_reason)
                values (?, 1, ?, ?, ?, 'GRANTS', 'words', '2026-07-01', '2026-09-30', '2026-12-01', ?, ?, '2026-11-01 00:00Z', ?,
                    ?::timestamptz, ?, ?::timestamptz, ?, '')
                """,
                UUID.randomUUID(),
                AUDIT,
                number,
                AOBA,
                state,
                AUDITOR,
                answered ? CISO : null,
                answered ? "2026-11-05T00:00:00Z" : null,
                judgedAt == null ? null : AUDITOR,
                judgedAt,
                judgedAt == null ? "" : "more");
    }

    private static byte[] hash(String token) {
        return Sha256.digest(token.getBytes(StandardCharsets.UTF_8));
    }

    private static void run(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
