package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.persistence.assurance.AuditRows.organisation;
import static org.sekisho.persistence.assurance.AuditRows.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.persistence.shared.TestDatabase;

/** Which events of its team an engagement's log of views tells. */
class AccessLogRowsTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID AUDITED = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID COORDINATOR = UUID.randomUUID();
    private static final UUID AUDITOR = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID ENGAGEMENT = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final UUID SAMPLE = UUID.randomUUID();
    private static final UUID ITEM = UUID.randomUUID();
    private static final String IN_TIME = "2026-08-03 00:00Z";

    @BeforeAll
    static void prepare() throws SQLException {
        UUID playbook = UUID.randomUUID();
        UUID rivals = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        UUID rivalsEvent = UUID.randomUUID();
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            organisation(statement, OWNER, "log-owner", "MODEL_PROVIDER");
            organisation(statement, AUDITED, "log-audited", "INSTITUTION");
            organisation(statement, RIVAL, "log-rival", "INSTITUTION");
            organisation(statement, FIRM, "log-firm", "AUDIT_FIRM");
            person(statement, COORDINATOR, OWNER);
            person(statement, AUDITOR, FIRM);
            person(statement, OTHER, FIRM);
            engagement(statement, ENGAGEMENT, "AUD-LOG-1", AUDITED);
            engagement(statement, SECOND, "AUD-LOG-2", RIVAL);
            playbook(statement, playbook, AUDITED);
            playbook(statement, rivals, RIVAL);
            event(statement, event, COORDINATOR, AUDITED, "playbook.approve", "playbook", playbook, IN_TIME);
            event(statement, rivalsEvent, COORDINATOR, RIVAL, "playbook.approve", "playbook", rivals, IN_TIME);
            viewed(statement, AUDITOR, "grant.list", null, null, IN_TIME);
            viewed(statement, AUDITOR, "playbook.one", "playbook", playbook, IN_TIME);
            viewed(statement, AUDITOR, "trail.one", "event", event, IN_TIME);
            viewed(statement, AUDITOR, "audit.one", "engagement", ENGAGEMENT, "2026-06-20 00:00Z");
            viewed(statement, AUDITOR, "playbook.versions", "playbook", rivals, IN_TIME);
            viewed(statement, AUDITOR, "trail.proof", "event", rivalsEvent, IN_TIME);
            viewed(statement, AUDITOR, "audit.packs", "engagement", SECOND, IN_TIME);
            viewed(statement, AUDITOR, "freeze.list", null, null, "2026-06-20 00:00Z");
            viewed(statement, AUDITOR, "training.list", null, null, "2026-09-02 00:00Z");
            viewed(statement, AUDITOR, "session.list", null, null, IN_TIME);
            viewed(statement, OTHER, "environment.list", null, null, IN_TIME);
            sample(statement);
            viewed(statement, AUDITOR, "audit.one-sample", "sample", SAMPLE, IN_TIME);
            viewed(statement, AUDITOR, "audit.sheet", "sample-item", ITEM, IN_TIME);
            connection.commit();
        }
    }

    @Test
    void itTellsWhatTheTeamReadInScopeAndTimeListsIncluded() throws SQLException {
        assertEquals(
                new TreeSet<>(Set.of(
                        "grant.list", "playbook.one", "trail.one", "audit.one", "audit.one-sample", "audit.sheet")),
                told(ENGAGEMENT, "access-log"));
    }

    @Test
    void anotherEngagementTellsOfItsOwnOrganisationOnly() throws SQLException {
        assertEquals(
                new TreeSet<>(Set.of("grant.list", "playbook.versions", "trail.proof", "audit.packs")),
                told(SECOND, "access-log"));
    }

    @Test
    void withoutItsReachItTellsNothing() throws SQLException {
        assertEquals(Set.of(), told(ENGAGEMENT, ""));
    }

    private static Set<String> told(UUID engagement, String borrowed) throws SQLException {
        String query = "select t.act " + AccessLogRows.FROM + " where true "
                + AccessLogRows.OF_ENGAGEMENT.replace(":engagement", "'" + engagement + "'");
        Set<String> acts = new TreeSet<>();
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            set(connection, "sekisho.actor", "person:" + COORDINATOR);
            set(connection, "sekisho.organisation", OWNER.toString());
            set(connection, "sekisho.reach", "engagements");
            set(connection, "sekisho.borrowed", borrowed);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    acts.add(rows.getString(1));
                }
            }
        }
        return acts;
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, setting);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static void viewed(
            Statement statement, UUID person, String act, @Nullable String kind, @Nullable UUID subject, String time)
            throws SQLException {
        event(statement, UUID.randomUUID(), person, FIRM, act, kind, subject, time);
    }

    private static void event(
            Statement statement,
            UUID id,
            UUID person,
            UUID organisation,
            String act,
            @Nullable String kind,
            @Nullable UUID subject,
            String time)
            throws SQLException {
        statement.execute(
                """
                insert into trail_event (id, time, actor, organisation, act, subject_kind, subject_id, outcome, leaf, leaf_hash)
                values ('%s', '%s', 'person:%s', '%s', '%s', %s, %s, 'done', '\\x7b7d', decode(repeat('00', 32), 'hex'))
                """
                        .formatted(
                                id,
                                time,
                                person,
                                organisation,
                                act,
                                kind == null ? "null" : "'" + kind + "'",
                                subject == null ? "null" : "'" + subject + "'"));
    }

    private static void engagement(Statement statement, UUID id, String number, UUID audited) throws SQLException {
        AuditRows.engagement(statement, id, number, OWNER, audited, FIRM);
        statement.execute(
                """
                insert into engagement_member (id, row_version, engagement_id, person_id, firm_id, assigned_by_person_id, assigned_at,
                    released_by_person_id, released_at)
                values ('%s', 0, '%s', '%s', '%s', '%s', '2026-06-10 00:00Z', '%s', '2026-09-01 00:00Z')
                """
                        .formatted(UUID.randomUUID(), id, AUDITOR, FIRM, COORDINATOR, COORDINATOR));
    }

    /** A judgemental one with one item. */
    private static void sample(Statement statement) throws SQLException {
        UUID record = UUID.randomUUID();
        statement.execute(
                """
                insert into audit_sample (id, row_version, engagement_id, number, purpose, kind, method, period_first, period_last, size,
                    records, counted, population_sha256, frozen_by_person_id, frozen_at, state)
                values ('%s', 0, '%s', 1, 'Approval', 'GRANTS', 'JUDGEMENTAL', '2026-07-01', '2026-07-31', 0, 1, 1, repeat('0', 64), '%s',
                    '2026-08-02 00:00Z', 'SELECTED')
                """
                        .formatted(SAMPLE, ENGAGEMENT, AUDITOR));
        statement.execute("insert into sample_population_item values ('%s', '%s', 1, '%s', 'ANALYST')"
                .formatted(SAMPLE, ENGAGEMENT, record));
        statement.execute(
                """
                insert into sample_item (id, row_version, sample_id, engagement_id, position, subject_id, stratum, reason, state, return_reason)
                values ('%s', 0, '%s', '%s', 1, '%s', 'ANALYST', 'Large', 'OPEN', '')
                """
                        .formatted(ITEM, SAMPLE, ENGAGEMENT, record));
    }

    private static void playbook(Statement statement, UUID id, UUID organisation) throws SQLException {
        statement.execute(
                """
                insert into playbook (id, row_version, organisation_id, code, version, title_en, title_ja, state, drafted_by_person_id,
                    drafted_at)
                values ('%s', 0, '%s', 'leak', 1, 't', 't', 'DRAFT', '%s', '2026-06-01 00:00Z')
                """
                        .formatted(id, organisation, COORDINATOR));
    }
}
