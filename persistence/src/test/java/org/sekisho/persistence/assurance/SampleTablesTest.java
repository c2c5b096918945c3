package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.sample.PopulationKind;
import org.sekisho.domain.assurance.sample.Sample;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.persistence.shared.TestDatabase.Databases;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/** Who sees and changes samples, what populations hold, and which checkpoint is the seed. The period is July to September 2026. */
class SampleTablesTest {

    private static final Databases DATABASE = TestDatabase.get().another("audit_samples");
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID AUDITED = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID COORDINATOR = UUID.randomUUID();
    private static final UUID AUDITOR = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final UUID ANALYST = UUID.randomUUID();
    private static final UUID AGREEMENT = UUID.randomUUID();
    private static final UUID OTHER_AGREEMENT = UUID.randomUUID();
    private static final UUID FIELDWORK = UUID.randomUUID();
    private static final UUID REPORTING = UUID.randomUUID();
    private static final UUID SAMPLE = UUID.randomUUID();
    private static final UUID RECORD = UUID.randomUUID();
    private static final UUID ITEM = UUID.randomUUID();

    private static final String NOT_ALLOWED = "42501";
    private static final String AGAINST_CHECK = "23514";
    private static final String AUGUST = "2026-08-10 00:00Z";

    private static int places;

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            AuditRows.organisation(statement, OWNER, "sampled-owner", "MODEL_PROVIDER");
            AuditRows.organisation(statement, AUDITED, "sampled-audited", "INSTITUTION");
            AuditRows.organisation(statement, FIRM, "sampled-firm", "AUDIT_FIRM");
            AuditRows.person(statement, COORDINATOR, OWNER);
            AuditRows.person(statement, AUDITOR, FIRM);
            AuditRows.person(statement, COLLEAGUE, FIRM);
            AuditRows.person(statement, ANALYST, AUDITED);
            AuditRows.engagement(statement, FIELDWORK, "AUD-SAMPLE-1", OWNER, AUDITED, FIRM);
            AuditRows.engagement(statement, REPORTING, "AUD-SAMPLE-2", OWNER, AUDITED, FIRM);
            statement.execute(
                    "update engagement set state = 'REPORTING', reporting_at = '2026-10-01 00:00Z' where id = '"
                            + REPORTING + "'");
            agreement(statement, AGREEMENT, "AGR-2026-7001");
            agreement(statement, OTHER_AGREEMENT, "AGR-2026-7002");
            connection.commit();
        }
        try (Connection auditor = as(AUDITOR, FIRM, FIELDWORK + "," + REPORTING);
                Statement statement = auditor.createStatement()) {
            statement.execute(sample(SAMPLE, FIELDWORK, 1));
            statement.execute(kept(SampleRows.KEEP));
            statement.execute(item());
            statement.execute("insert into sample_sheet_content values ('" + ITEM + "', 0, '" + FIELDWORK + "', '"
                    + FIRM + "', '\\x01', '\\x01')");
            auditor.commit();
        }
    }

    @Test
    void onlyTheTeamOfTheOpenEngagementSeesAnything() throws SQLException {
        assertEquals(List.of(1, 2, 1, 1), seen(AUDITOR, FIRM, FIELDWORK.toString(), ""));
        assertEquals(List.of(0, 0, 0, 0), seen(AUDITOR, FIRM, REPORTING.toString(), ""));
        assertEquals(List.of(0, 0, 0, 0), seen(AUDITOR, FIRM, "", "audits"));
        assertEquals(List.of(0, 0, 0, 0), seen(COORDINATOR, OWNER, "", "engagements,packs"));
        assertEquals(List.of(0, 0, 0, 0), seen(ANALYST, AUDITED, "", ""));
    }

    @Test
    void aPopulationIsFrozenInFieldworkAndByOneself() throws SQLException {
        assertRefused(NOT_ALLOWED, AUDITOR, sample(UUID.randomUUID(), REPORTING, 1));
        assertRefused(NOT_ALLOWED, COLLEAGUE, sample(UUID.randomUUID(), FIELDWORK, 2));
    }

    @Test
    void whatWasFrozenOrDrawnDoesNotChange() throws SQLException {
        assertRefused(NOT_ALLOWED, AUDITOR, "update audit_sample set population_sha256 = repeat('1', 64)");
        assertRefused(NOT_ALLOWED, AUDITOR, "update audit_sample set size = 2");
        assertRefused(NOT_ALLOWED, AUDITOR, "update sample_population_item set stratum = 'CISO'");
        assertRefused(NOT_ALLOWED, AUDITOR, "delete from sample_population_item");
        assertRefused(
                NOT_ALLOWED,
                AUDITOR,
                "insert into sample_population_item values ('" + SAMPLE + "', '" + FIELDWORK + "', 3, '"
                        + UUID.randomUUID() + "', 'CISO')");
        assertRefused(NOT_ALLOWED, AUDITOR, "update sample_item set subject_id = '" + UUID.randomUUID() + "'");
        assertRefused(NOT_ALLOWED, AUDITOR, "delete from sample_item");
        assertRefused(AGAINST_CHECK, AUDITOR, "update audit_sample set state = 'SELECTED'");
    }

    @Test
    void nobodyReviewsTheirOwnTest() throws SQLException {
        String reviewed = "update sample_item set state = 'APPROVED', result = 'PASSED', prepared_by_person_id = '%s',"
                + " prepared_at = '2026-08-11 00:00Z', judged_by_person_id = '%s', judged_at = '2026-08-12 00:00Z'";
        assertRefused(AGAINST_CHECK, AUDITOR, reviewed.formatted(AUDITOR, AUDITOR));
        try (Connection connection = as(COLLEAGUE, FIRM, FIELDWORK.toString());
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(reviewed.formatted(AUDITOR, COLLEAGUE)));
            assertEquals(0, statement.executeUpdate("update sample_item set state = 'RETURNED'"));
            connection.rollback();
        }
    }

    @Test
    void anItemComesFromThePopulation() throws SQLException {
        String another = item().replace(ITEM.toString(), UUID.randomUUID().toString())
                .replace(RECORD.toString(), UUID.randomUUID().toString())
                .replace(", 1, '", ", 2, '");
        assertRefused("23503", AUDITOR, another);
    }

    @Test
    void bothCountsOfGrantsAgreeUntilARowGoesMissing() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            grant(statement, AGREEMENT, "ANALYST", "2026-07-01", "2026-12-31", true);
            grant(statement, AGREEMENT, "CISO", "2026-05-01", "2026-07-01", true);
            grant(statement, AGREEMENT, "ANALYST", "2026-10-01", "2026-12-31", true);
            grant(statement, OTHER_AGREEMENT, "ANALYST", "2026-07-01", "2026-12-31", true);
        }
        assertEquals(List.of("ANALYST", "CISO"), strata(PopulationKind.GRANTS));
        assertEquals(2, counted(PopulationKind.GRANTS));
        // Without the borrowed reach, and with none of the sections in scope, the trail tells nothing of them.
        assertEquals(List.of("0"), texts(query(PopulationRows.count(PopulationKind.GRANTS)), "", 1));
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            grant(statement, AGREEMENT, "DUTY_OFFICER", "2026-07-01", "2026-12-31", false);
        }
        assertEquals(2, strata(PopulationKind.GRANTS).size());
        assertEquals(3, counted(PopulationKind.GRANTS));
    }

    @Test
    void decisionsOfTheTrailAreCountedAgainByTheLog() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            UUID first = event(statement, "access.decide", "agreement", AGREEMENT, "{\"permit\":\"yes\"}", AUGUST);
            event(statement, "access.decide", "agreement", AGREEMENT, "{\"permit\":\"no\"}", AUGUST);
            event(statement, "access.decide", "agreement", AGREEMENT, "{\"permit\":\"no\"}", "2026-10-01 00:00Z");
            placed(statement, first);
        }
        assertEquals(
                List.of("NOT_PERMITTED", "PERMITTED"),
                strata(PopulationKind.ACCESS_DECISIONS).stream().sorted().toList());
        assertEquals(1, counted(PopulationKind.ACCESS_DECISIONS));
    }

    @Test
    void freezesAndTrainingAreCountedInTheTrail() throws SQLException {
        UUID freeze = UUID.randomUUID();
        UUID over = UUID.randomUUID();
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            for (UUID each : List.of(freeze, over)) {
                statement.execute(
                        """
                        insert into access_freeze (id, version, scope, target_id, reason, state, frozen_by_person_id,
                            frozen_by_organisation_id, frozen_at, lifted_at)
                        values ('%s', 0, 'AGREEMENT', '%s', 'r', %s, '%s', '%s', '%s', %s)
                        """
                                .formatted(
                                        each,
                                        AGREEMENT,
                                        each.equals(over) ? "'LIFTED'" : "'STANDING'",
                                        COORDINATOR,
                                        OWNER,
                                        each.equals(over) ? "2026-06-01 00:00Z" : AUGUST,
                                        each.equals(over) ? "'2026-06-02 00:00Z'" : "null"));
                event(
                        statement,
                        "freeze.freeze",
                        "freeze",
                        each,
                        "{\"events\":[\"freeze.imposed\"],\"scope\":\"AGREEMENT\",\"target\":\"" + AGREEMENT + "\"}",
                        each.equals(over) ? "2026-06-01 00:00Z" : AUGUST);
            }
            event(statement, "freeze.lift", "freeze", over, "{\"events\":[\"freeze.lifted\"]}", "2026-06-02 00:00Z");
        }
        assertEquals(List.of("AGREEMENT"), strata(PopulationKind.FREEZES));
        assertEquals(1, counted(PopulationKind.FREEZES));
        assertEquals(List.of(), strata(PopulationKind.TRAINING));
        assertEquals(0, counted(PopulationKind.TRAINING));
        assertEquals(List.of(), strata(PopulationKind.REPORT_DECISIONS));
        assertEquals(0, counted(PopulationKind.REPORT_DECISIONS));
    }

    @Test
    void everyListIsReadInEveryOrder() throws SQLException {
        for (KeysetList list : List.of(SampleLists.SAMPLES, SampleLists.ITEMS, SampleLists.POPULATION)) {
            for (String key : list.sorts().values()) {
                String query = "select " + key + " as sort_key, " + list.id() + " as tie, " + list.columns() + " "
                        + list.from() + " order by 1, 2";
                assertFalse(texts(query, "", 1).isEmpty(), query);
            }
        }
    }

    @Test
    void aPackHoldsWhatIsNeededToDrawAgain() throws SQLException {
        List<String> samples =
                texts(SamplePackSection.SAMPLES.replace(":engagement", "'" + FIELDWORK + "'"), "pack-collection", 3);
        JsonObject sample = (JsonObject) JsonReader.read(samples.get(0));
        assertEquals(SAMPLE.toString(), sample.string("sample"));
        assertEquals(2, sample.object("population").integer("records"));
        assertEquals("2026-08-10T00:00:00Z", sample.string("frozenAt"));
        assertFalse(sample.find("drawnAt").isPresent());
        List<String> items = texts(SamplePackSection.ITEMS.replace(":sample", "'" + SAMPLE + "'"), "", 1);
        JsonObject item = (JsonObject) JsonReader.read(items.get(0));
        assertEquals(RECORD.toString(), item.string("id"));
        assertEquals("ANALYST", item.string("stratum"));
        assertFalse(item.find("result").isPresent());
    }

    @Test
    void theSeedIsTheFirstCheckpointThatCoversTheFreezing() throws SQLException {
        UUID sample = UUID.randomUUID();
        String seed =
                SampleSeedRows.SEED.replace(":sample", "'" + sample + "'").replace(":act", "'" + Sample.FREEZING + "'");
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into trail_log values (true, 'trail.example/log', 1)");
            statement.execute("insert into trail_key values ('SHA256:key', decode(repeat('00', 44), 'hex'), 0)");
            UUID frozen = event(statement, Sample.FREEZING, "sample", sample, "{}", AUGUST);
            statement.execute("insert into trail_leaf values (1007, '" + frozen + "')");
            checkpoint(statement, 1007);
            assertEquals(List.of(), texts(seed, "pack-collection", 1));
            checkpoint(statement, 1011);
            checkpoint(statement, 1020);
        }
        assertEquals(List.of("1011"), texts(seed, "pack-collection", 1));
        assertEquals(List.of(), texts(seed.replace(sample.toString(), SAMPLE.toString()), "pack-collection", 1));
    }

    private static void checkpoint(Statement statement, int size) throws SQLException {
        statement.execute("insert into trail_checkpoint values (" + size
                + ", decode(repeat('00', 32), 'hex'), '2026-08-10 00:00Z', 1, 'SHA256:key', 'note')");
    }

    /** How many samples, records, items and contents somebody sees. */
    private static List<Integer> seen(UUID person, UUID organisation, String open, String reach) throws SQLException {
        List<Integer> seen = new ArrayList<>();
        try (Connection connection = as(person, organisation, open);
                Statement statement = connection.createStatement()) {
            set(connection, "sekisho.reach", reach);
            for (String table :
                    List.of("audit_sample", "sample_population_item", "sample_item", "sample_sheet_content")) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    seen.add(rows.getInt(1));
                }
            }
        }
        return seen;
    }

    private static void assertRefused(String state, UUID person, String sql) throws SQLException {
        try (Connection connection = as(person, FIRM, FIELDWORK + "," + REPORTING);
                Statement statement = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            assertEquals(state, refused.getSQLState(), refused.getMessage());
        }
    }

    private static List<String> strata(PopulationKind kind) throws SQLException {
        return texts(query(PopulationRows.records(kind)), "pack-collection", 2).stream()
                .sorted()
                .toList();
    }

    private static int counted(PopulationKind kind) throws SQLException {
        return Integer.parseInt(
                texts(query(PopulationRows.count(kind)), "pack-collection", 1).get(0));
    }

    private static String query(String sql) {
        return sql.replace(":agreement", "uuid '" + AGREEMENT + "'")
                .replace(":party", "uuid '" + AUDITED + "'")
                .replace(":first", "date '2026-07-01'")
                .replace(":last", "date '2026-09-30'")
                .replace(":from", "timestamptz '2026-06-30 15:00Z'")
                .replace(":until", "timestamptz '2026-09-30 15:00Z'");
    }

    private static List<String> texts(String query, String borrowed, int column) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = as(AUDITOR, FIRM, FIELDWORK.toString());
                Statement statement = connection.createStatement()) {
            set(connection, "sekisho.borrowed", borrowed);
            set(connection, "sekisho.agreements", "{" + AGREEMENT + "}");
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    texts.add(rows.getString(column));
                }
            }
        }
        return texts;
    }

    private static Connection as(UUID person, UUID organisation, String open) throws SQLException {
        Connection connection = DATABASE.application().getConnection();
        connection.setAutoCommit(false);
        set(connection, "sekisho.actor", "person:" + person);
        set(connection, "sekisho.person", person.toString());
        set(connection, "sekisho.organisation", organisation.toString());
        set(connection, "sekisho.reach", "audits");
        set(connection, "sekisho.audits", "{" + open + "}");
        set(connection, "sekisho.engagements", "{" + open + "}");
        return connection;
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, setting);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static String sample(UUID id, UUID engagement, int number) {
        return """
               insert into audit_sample (id, row_version, engagement_id, number, purpose, kind, method, period_first, period_last, size,
                   records, counted, population_sha256, frozen_by_person_id, frozen_at, state)
               values ('%s', 0, '%s', %d, 'Approval', 'GRANTS', 'RANDOM', '2026-07-01', '2026-09-30', 1, 2, 2, repeat('0', 64), '%s',
                   '2026-08-10 00:00Z', 'AWAITING_SEED')
               """
                .formatted(id, engagement, number, AUDITOR);
    }

    /** Two records, written as the repository writes them. */
    private static String kept(String keep) {
        return keep.replace(":subjects", "'" + RECORD + "," + UUID.randomUUID() + "'")
                .replace(":strata", "'ANALYST,CISO'")
                .replace(":sample", "uuid '" + SAMPLE + "'")
                .replace(":engagement", "uuid '" + FIELDWORK + "'")
                .replace(":before", "0");
    }

    private static String item() {
        return """
               insert into sample_item (id, row_version, sample_id, engagement_id, position, subject_id, stratum, reason, state, return_reason)
               values ('%s', 0, '%s', '%s', 1, '%s', 'ANALYST', '', 'OPEN', '')
               """
                .formatted(ITEM, SAMPLE, FIELDWORK, RECORD);
    }

    private static void agreement(Statement statement, UUID id, String number) throws SQLException {
        statement.execute(
                """
                insert into agreement (id, version, number, title_en, title_ja, state, drafted_by_person_id, drafted_at, end_reason)
                values ('%s', 0, '%s', 'T', 'T', 'IN_FORCE', '%s', '2026-05-01 00:00Z', '')
                """
                        .formatted(id, number, COORDINATOR));
    }

    private static void grant(Statement statement, UUID agreement, String role, String first, String last, boolean row)
            throws SQLException {
        UUID grant = UUID.randomUUID();
        if (row) {
            statement.execute(
                    """
                    insert into access_grant (id, version, agreement_id, organisation_id, person_id, role, reason, first_day, last_day, state)
                    values ('%s', 0, '%s', '%s', '%s', '%s', 'r', '%s', '%s', 'ENDED')
                    """
                            .formatted(grant, agreement, AUDITED, ANALYST, role, first, last));
        }
        UUID event = event(
                statement,
                "grant.request",
                "agreement",
                agreement,
                "{\"events\":[\"grant.requested\"],\"first\":\"%s\",\"last\":\"%s\"}".formatted(first, last),
                AUGUST);
        statement.execute("update trail_event set agreement = '" + agreement + "' where id = '" + event + "'");
    }

    private static UUID event(Statement statement, String act, String kind, UUID subject, String details, String time)
            throws SQLException {
        UUID id = UUID.randomUUID();
        statement.execute(
                """
                insert into trail_event (id, time, actor, act, subject_kind, subject_id, outcome, leaf, leaf_hash)
                values ('%s', '%s', 'system:test', '%s', '%s', '%s', 'done', convert_to('{"details":%s}', 'UTF8'),
                    decode(repeat('00', 32), 'hex'))
                """
                        .formatted(id, time, act, kind, subject, details));
        return id;
    }

    private static void placed(Statement statement, UUID event) throws SQLException {
        statement.execute("insert into trail_leaf values (" + places++ + ", '" + event + "')");
    }
}
