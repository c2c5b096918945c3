package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.persistence.assurance.AuditRows.engagement;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.proof.pack.PackSamples;

/** Which events of the trail lie in a pack of an engagement. The period is July to September 2026. */
class TrailPackSectionTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID AUDITED = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID AUTHORITY = UUID.randomUUID();
    private static final UUID COORDINATOR = UUID.randomUUID();
    private static final UUID AUDITOR = UUID.randomUUID();
    private static final UUID BANKER = UUID.randomUUID();
    private static final UUID RIVALS = UUID.randomUUID();
    private static final UUID REVIEWER = UUID.randomUUID();
    /** Of the rival's, at the audited organisation in July only. */
    private static final UUID SECONDEE = UUID.randomUUID();

    private static final UUID ENGAGEMENT = UUID.randomUUID();
    private static final UUID RIVALS_ENGAGEMENT = UUID.randomUUID();
    private static final UUID DECLARATION = UUID.randomUUID();

    private static final String JULY = "2026-07-10 00:00Z";
    private static final String AUGUST = "2026-08-10 00:00Z";
    private static final String OCTOBER = "2026-10-05 00:00Z";
    private static final String CHANGE = "{\"details\":{\"events\":[\"e\"]}}";
    private static final String VIEW = "{\"details\":{}}";

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            organisation(statement, OWNER, "packed-owner", "MODEL_PROVIDER");
            organisation(statement, AUDITED, "packed-audited", "INSTITUTION");
            organisation(statement, RIVAL, "packed-rival", "INSTITUTION");
            organisation(statement, FIRM, "packed-firm", "AUDIT_FIRM");
            organisation(statement, AUTHORITY, "packed-authority", "AUTHORITY");
            person(statement, COORDINATOR, OWNER);
            person(statement, AUDITOR, FIRM);
            person(statement, BANKER, AUDITED);
            person(statement, RIVALS, RIVAL);
            person(statement, SECONDEE, RIVAL);
            person(statement, REVIEWER, AUTHORITY);
            affiliated(statement, BANKER, AUDITED, "HOME", "null");
            affiliated(statement, RIVALS, RIVAL, "HOME", "null");
            affiliated(statement, SECONDEE, RIVAL, "HOME", "null");
            affiliated(statement, SECONDEE, AUDITED, "HOST", "'2026-07-31'");
            engagement(statement, ENGAGEMENT, "AUD-PACK-1", OWNER, AUDITED, FIRM);
            engagement(statement, RIVALS_ENGAGEMENT, "AUD-PACK-2", OWNER, RIVAL, FIRM);
            AuditRows.member(statement, ENGAGEMENT, AUDITOR, FIRM, COORDINATOR);
            section(statement, ENGAGEMENT);
            section(statement, RIVALS_ENGAGEMENT);
            UUID request = UUID.randomUUID();
            UUID rivalsRequest = UUID.randomUUID();
            UUID evidence = UUID.randomUUID();
            UUID rivalsEvidence = UUID.randomUUID();
            declaration(statement, DECLARATION, ENGAGEMENT);
            request(statement, request, ENGAGEMENT, AUDITED);
            request(statement, rivalsRequest, RIVALS_ENGAGEMENT, RIVAL);
            evidence(statement, evidence, ENGAGEMENT, AUDITED);
            evidence(statement, rivalsEvidence, RIVALS_ENGAGEMENT, RIVAL);

            event(statement, COORDINATOR, OWNER, "audit.begin-fieldwork", "engagement", ENGAGEMENT, CHANGE, JULY);
            event(statement, AUDITOR, FIRM, "audit.declare", "engagement", ENGAGEMENT, CHANGE, JULY);
            event(statement, REVIEWER, AUTHORITY, "audit.decide", "declaration", DECLARATION, CHANGE, JULY);
            event(statement, AUDITOR, FIRM, "audit.raise", "audit-request", request, CHANGE, JULY);
            event(statement, BANKER, AUDITED, "evidence.answer", "audit-request", request, CHANGE, AUGUST);
            event(statement, BANKER, AUDITED, "evidence.receive", "evidence", evidence, CHANGE, AUGUST);
            // Out of the period, out of the engagement, and what its team only looked at.
            event(statement, COORDINATOR, OWNER, "late.report", "engagement", ENGAGEMENT, CHANGE, "2026-10-01 00:00Z");
            event(
                    statement,
                    COORDINATOR,
                    OWNER,
                    "early.appoint",
                    "engagement",
                    ENGAGEMENT,
                    CHANGE,
                    "2026-06-30 00:00Z");
            event(statement, AUDITOR, FIRM, "viewed.one", "evidence", evidence, VIEW, AUGUST);
            event(statement, COORDINATOR, OWNER, "rival.begin", "engagement", RIVALS_ENGAGEMENT, CHANGE, JULY);
            event(statement, RIVALS, RIVAL, "rival.answer", "audit-request", rivalsRequest, CHANGE, AUGUST);
            event(statement, RIVALS, RIVAL, "rival.receive", "evidence", rivalsEvidence, CHANGE, AUGUST);
            event(statement, RIVALS, RIVAL, "rival.tried", "engagement", ENGAGEMENT, VIEW, AUGUST);
            // Samples: populations are frozen when the period is over.
            UUID sample = UUID.randomUUID();
            UUID rivalsSample = UUID.randomUUID();
            sample(statement, sample, ENGAGEMENT);
            sample(statement, rivalsSample, RIVALS_ENGAGEMENT);
            event(statement, AUDITOR, FIRM, PackSamples.FREEZING, "sample", sample, CHANGE, OCTOBER);
            event(statement, AUDITOR, FIRM, "audit.draw-sample", "sample", sample, CHANGE, "2026-10-05 00:01Z");
            event(statement, AUDITOR, FIRM, "viewed.sample", "sample", sample, VIEW, OCTOBER);
            event(statement, RIVALS, RIVAL, "rival.tried-sample", "sample", sample, VIEW, OCTOBER);
            event(statement, AUDITOR, FIRM, "rival.freeze-population", "sample", rivalsSample, CHANGE, OCTOBER);
            // What is of no agreement: of the organisation's own.
            event(statement, BANKER, AUDITED, "role.end", "role", UUID.randomUUID(), CHANGE, AUGUST);
            event(statement, BANKER, AUDITED, "grant.request", "grant", UUID.randomUUID(), CHANGE, AUGUST);
            event(statement, BANKER, AUDITED, "viewed.role", "role", UUID.randomUUID(), VIEW, AUGUST);
            event(statement, BANKER, AUDITED, "late.role", "role", UUID.randomUUID(), CHANGE, OCTOBER);
            event(statement, RIVALS, RIVAL, "rival.role", "role", UUID.randomUUID(), CHANGE, AUGUST);
            statement.execute(
                    "update trail_event set changes = true where act in ('role.end', 'grant.request', 'late.role', 'rival.role')");
            // Freezes of people.
            frozen(statement, BANKER, "freeze.of-banker", JULY);
            frozen(statement, SECONDEE, "freeze.of-guest", JULY);
            frozen(statement, SECONDEE, "rival.freeze-after-return", AUGUST);
            frozen(statement, RIVALS, "rival.freeze", JULY);
            connection.commit();
        }
    }

    @Test
    void itHoldsWhatWasDoneInTheAuditAndTheFreezesOfTheAuditedOrganisationsPeople() throws SQLException {
        assertEquals(
                new TreeSet<>(Set.of(
                        "audit.begin-fieldwork",
                        "audit.declare",
                        "audit.decide",
                        "audit.raise",
                        "evidence.answer",
                        "evidence.receive",
                        PackSamples.FREEZING,
                        "audit.draw-sample",
                        "freeze.of-banker",
                        "freeze.of-guest")),
                packed(ENGAGEMENT, AUDITED, "pack-collection"));
    }

    @Test
    void thePackOfTheRivalHoldsItsOwn() throws SQLException {
        assertEquals(
                new TreeSet<>(Set.of(
                        "rival.begin",
                        "rival.answer",
                        "rival.receive",
                        "rival.freeze",
                        "rival.freeze-after-return",
                        "rival.freeze-population",
                        // The person is at home there all the while.
                        "freeze.of-guest")),
                packed(RIVALS_ENGAGEMENT, RIVAL, "pack-collection"));
    }

    /** What a sample is worth rests on its freezing, whatever else the auditors may read of the trail. */
    @Test
    void ofAScopeWithoutTheTrailItHoldsTheFreezingsOfItsSamples() throws SQLException {
        assertEquals(
                Set.of(PackSamples.FREEZING),
                packed(TrailPackSection.FREEZINGS, ENGAGEMENT, AUDITED, "pack-collection"));
        assertEquals(Set.of(), packed(TrailPackSection.FREEZINGS, ENGAGEMENT, AUDITED, ""));
    }

    @Test
    void ofAScopeWithTheOperationsItHoldsWhatTheOrganisationsPeopleDidThere() throws SQLException {
        assertEquals(
                Set.of(PackSamples.FREEZING, "role.end"),
                packed(TrailPackSection.OPERATIONS_AND_FREEZINGS, ENGAGEMENT, AUDITED, "pack-collection"));
        Set<String> more = packed(ENGAGEMENT, AUDITED, "pack-collection");
        more.add("role.end");
        assertEquals(more, packed(TrailPackSection.EVENTS_AND_OPERATIONS, ENGAGEMENT, AUDITED, "pack-collection"));
    }

    @Test
    void ofAnOrganisationOnItsOwnAccountItHoldsAllThatItsPeopleDid() throws SQLException {
        Set<String> all = packed(ENGAGEMENT, AUDITED, "pack-collection");
        all.addAll(Set.of("role.end", "grant.request"));
        assertEquals(all, packed(TrailPackSection.OWN_EVENTS, ENGAGEMENT, AUDITED, "pack-collection"));
    }

    @Test
    void withoutItsReachItHoldsNothing() throws SQLException {
        assertEquals(Set.of(), packed(ENGAGEMENT, AUDITED, ""));
    }

    /** Without an agreement, as an organisation is audited on its own account. */
    private static Set<String> packed(UUID engagement, UUID party, String borrowed) throws SQLException {
        return packed(TrailPackSection.EVENTS, engagement, party, borrowed);
    }

    private static Set<String> packed(String events, UUID engagement, UUID party, String borrowed) throws SQLException {
        String query = events.replace("select t.time, t.id, t.leaf", "select t.time, t.id, t.act")
                .replace(":engagement", "'" + engagement + "'")
                .replace(":agreement", "null")
                .replace(":party", "'" + party + "'")
                .replace(":sections", "'TRAIL,TRAINING'")
                .replace(":first", "date '2026-07-01'")
                .replace(":last", "date '2026-09-30'")
                .replace(":from", "timestamptz '2026-06-30 15:00Z'")
                .replace(":until", "timestamptz '2026-09-30 15:00Z'")
                .replace(":afterTime", "timestamptz '2026-06-30 14:00Z'")
                .replace(":afterId", "uuid '00000000-0000-0000-0000-000000000000'");
        Set<String> acts = new TreeSet<>();
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            set(connection, "sekisho.actor", "person:" + AUDITOR);
            set(connection, "sekisho.organisation", FIRM.toString());
            set(connection, "sekisho.borrowed", borrowed);
            set(connection, "sekisho.engagements", "{" + engagement + "}");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    acts.add(rows.getString(3));
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

    private static void frozen(Statement statement, UUID person, String act, String time) throws SQLException {
        UUID freeze = UUID.randomUUID();
        statement.execute(
                """
                insert into access_freeze (id, version, scope, target_id, reason, state, frozen_by_person_id, frozen_by_organisation_id,
                    frozen_at)
                values ('%s', 0, 'PERSON', '%s', 'r', 'STANDING', '%s', '%s', '%s')
                """
                        .formatted(freeze, person, COORDINATOR, OWNER, time));
        event(statement, COORDINATOR, OWNER, act, "freeze", freeze, CHANGE, time);
    }

    private static void event(
            Statement statement,
            UUID person,
            UUID organisation,
            String act,
            String kind,
            UUID subject,
            String leaf,
            String time)
            throws SQLException {
        statement.execute(
                """
                insert into trail_event (id, time, actor, organisation, act, subject_kind, subject_id, outcome, leaf, leaf_hash)
                values ('%s', '%s', 'person:%s', '%s', '%s', '%s', '%s', 'done', convert_to('%s', 'UTF8'), decode(repeat('00', 32), 'hex'))
                """
                        .formatted(UUID.randomUUID(), time, person, organisation, act, kind, subject, leaf));
    }

    private static void affiliated(Statement statement, UUID person, UUID organisation, String kind, String last)
            throws SQLException {
        statement.execute("insert into affiliation values ('%s', '%s', '%s', '%s', '2026-04-01', %s)"
                .formatted(UUID.randomUUID(), person, organisation, kind, last));
    }

    private static void section(Statement statement, UUID engagement) throws SQLException {
        statement.execute("insert into engagement_section values ('" + engagement + "', 'TRAINING')");
    }

    private static void sample(Statement statement, UUID id, UUID engagement) throws SQLException {
        statement.execute(
                """
                insert into audit_sample (id, row_version, engagement_id, number, purpose, kind, method, period_first, period_last, size,
                    records, counted, population_sha256, frozen_by_person_id, frozen_at, state)
                values ('%s', 0, '%s', 1, 'p', 'GRANTS', 'RANDOM', '2026-07-01', '2026-09-30', 1, 1, 1, repeat('0', 64), '%s',
                    '2026-10-05 00:00Z', 'AWAITING_SEED')
                """
                        .formatted(id, engagement, AUDITOR));
    }

    private static void declaration(Statement statement, UUID id, UUID engagement) throws SQLException {
        statement.execute(
                """
                insert into independence_declaration (id, row_version, engagement_id, firm_id, person_id, declared_by_person_id, declared_at,
                    state)
                values ('%s', 0, '%s', '%s', '%s', '%s', '2026-06-15 00:00Z', 'DECLARED')
                """
                        .formatted(id, engagement, FIRM, AUDITOR, AUDITOR));
    }

    private static void request(Statement statement, UUID id, UUID engagement, UUID asked) throws SQLException {
        statement.execute(
                """
                insert into audit_request (id, row_version, engagement_id, number, organisation_id, section, item, period_first, period_last,
                    due, state, raised_by_person_id, raised_at, return_reason, withdrawal_reason)
                values ('%s', 0, '%s', 1, '%s', 'TRAINING', 'item', '2026-07-01', '2026-07-31', '2026-08-31', 'OPEN', '%s',
                    '2026-07-10 00:00Z', '', '')
                """
                        .formatted(id, engagement, asked, AUDITOR));
    }

    private static void evidence(Statement statement, UUID id, UUID engagement, UUID organisation) throws SQLException {
        statement.execute(
                """
                insert into evidence_item (id, row_version, engagement_id, organisation_id, section, control, origin, label, file_type,
                    size, sha256, crc32, proves_first, proves_last, arrived_at, state, return_reason)
                values ('%s', 0, '%s', '%s', 'TRAINING', '', 'SYSTEM', 'AMBER', 'TEXT', 1, repeat('0', 64), 0, '2026-07-01', '2026-07-31',
                    '2026-08-10 00:00Z', 'RECEIVED', '')
                """
                        .formatted(id, engagement, organisation));
    }
}
