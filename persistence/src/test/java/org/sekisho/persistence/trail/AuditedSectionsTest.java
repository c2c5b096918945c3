package org.sekisho.persistence.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.persistence.shared.TestDatabase.Databases;

/**
 * Which section of an engagement an act belongs to, by what it is about, and that an auditor of one section sees the acts of it and no others.
 * Whoever adds a kind of subject says here where it belongs.
 */
class AuditedSectionsTest {

    private static final Databases DATABASE = TestDatabase.get().another("audited_sections");

    /** Every kind of subject, with what auditors have to be allowed to look at to see acts on it. */
    private static final Map<String, EvidenceSection> SECTIONS = sections();

    private static final String TEXTS = "../portal-web/src/main/resources/org/sekisho/web/text/trail_en.properties";
    private static final String KEY = "trail-subject.";

    private static final UUID BANK = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID PROVIDER = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID AUTHORITY = UUID.randomUUID();
    private static final UUID AGREEMENT = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final Map<EvidenceSection, UUID> ENGAGEMENTS = new EnumMap<>(EvidenceSection.class);
    private static final Map<UUID, String> EVENTS = new LinkedHashMap<>();

    private static Map<String, EvidenceSection> sections() {
        Map<String, EvidenceSection> sections = new TreeMap<>();
        of(sections, EvidenceSection.AGREEMENT, "agreement", "agreement-version", "signing-authority");
        of(sections, EvidenceSection.GRANTS, "grant");
        of(sections, EvidenceSection.TRAINING, "training");
        of(sections, EvidenceSection.ENVIRONMENTS, "attestation");
        of(sections, EvidenceSection.PHASES, "evaluation");
        of(sections, EvidenceSection.PLAYBOOK_EXERCISES, "playbook");
        of(sections, EvidenceSection.FREEZES, "freeze");
        of(sections, EvidenceSection.REPORT_REVIEWS, "report", "review", "review-stage", "measure", "duty-shift");
        of(sections, EvidenceSection.REPORT_REVIEWS, "report-import", "report-import-attempt");
        of(sections, EvidenceSection.ESCALATIONS, "escalation", "decision-table");
        of(sections, EvidenceSection.RELEASES, "release", "embargo", "disclosure");
        // What administrators do, and what auditors and the portal do themselves.
        of(
                sections,
                EvidenceSection.OPERATIONS,
                "organisation",
                "person",
                "role",
                "designation",
                "import",
                "session",
                "link",
                "mail");
        of(
                sections,
                EvidenceSection.OPERATIONS,
                "node",
                "event",
                "trail-key",
                "trail-check",
                "exploitation",
                "calendar-feed");
        of(
                sections,
                EvidenceSection.OPERATIONS,
                "engagement",
                "audit-request",
                "audit-finding",
                "corrective-action",
                "sample");
        of(sections, EvidenceSection.OPERATIONS, "sample-item", "evidence", "pack", "control-catalogue");
        return sections;
    }

    private static void of(Map<String, EvidenceSection> sections, EvidenceSection section, String... kinds) {
        for (String kind : kinds) {
            sections.put(kind, section);
        }
    }

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            organisation(statement, BANK, "INSTITUTION");
            organisation(statement, RIVAL, "INSTITUTION");
            organisation(statement, PROVIDER, "MODEL_PROVIDER");
            organisation(statement, FIRM, "AUDIT_FIRM");
            organisation(statement, AUTHORITY, "AUTHORITY");
            statement.execute(
                    """
                    insert into person (id, version, home_organisation_id, email, name_en, name_ja, language, state, state_reason,
                        state_changed_by, state_changed_at, created_at)
                    values ('%s', 0, '%s', 'a@sections.example', 'n', 'n', 'EN', 'ACTIVE', '', '', '2026-05-14 00:00Z', '2026-05-14 00:00Z')
                    """
                            .formatted(PERSON, BANK));
            statement.execute(
                    """
                    insert into agreement (id, version, number, title_en, title_ja, state, drafted_by_person_id, drafted_at, end_reason)
                    values ('%s', 0, 'AGR-2026-9171', 't', 't', 'IN_FORCE', '%s', '2026-05-14 00:00Z', '')
                    """
                            .formatted(AGREEMENT, PERSON));
            for (EvidenceSection section : EvidenceSection.values()) {
                engagement(statement, section);
            }
            for (String kind : SECTIONS.keySet()) {
                event(statement, kind, BANK, kind, "some.act");
            }
            event(statement, "rival's report", RIVAL, "report", "report.revise");
            event(statement, "rival's release", RIVAL, "release", "release.request");
            connection.commit();
        }
    }

    @Test
    void everyKindOfSubjectHasItsSection() throws IOException {
        Set<String> kinds = Files.readAllLines(Path.of(TEXTS)).stream()
                .filter(line -> line.startsWith(KEY))
                .map(line -> line.substring(KEY.length(), line.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(kinds.size() > 40, () -> "Kinds weren't found: " + kinds);
        assertEquals(kinds, SECTIONS.keySet());
    }

    @Test
    void theDatabaseKnowsTheSameSections() throws SQLException {
        Map<String, EvidenceSection> found = new TreeMap<>();
        for (String kind : SECTIONS.keySet()) {
            found.put(kind, section("some.act", kind));
        }
        assertEquals(SECTIONS, found);
    }

    @Test
    void anActOnAReportThatIsAboutItsAgreementOrNothingIsOfReports() throws SQLException {
        assertEquals(EvidenceSection.REPORT_REVIEWS, section("report.file", "agreement"));
        assertEquals(EvidenceSection.REPORT_REVIEWS, section("report-import.begin", "agreement"));
        assertEquals(EvidenceSection.REPORT_REVIEWS, section("review.vote", null));
        assertEquals(EvidenceSection.ESCALATIONS, section("escalation.list", null));
        assertEquals(EvidenceSection.RELEASES, section("release.request", "agreement"));
        assertEquals(EvidenceSection.RELEASES, section("report.end-embargo", "embargo"));
        assertEquals(EvidenceSection.AGREEMENT, section("agreement.sign", "agreement"));
        assertEquals(EvidenceSection.USAGE, section("access.decide", "agreement"));
    }

    @Test
    void anAuditorSeesTheActsOfTheSectionInScopeAndNoOthers() throws SQLException {
        for (EvidenceSection section : EvidenceSection.values()) {
            if (section == EvidenceSection.TRAIL) {
                continue;
            }
            Set<String> wanted = SECTIONS.entrySet().stream()
                    .filter(each -> each.getValue() == section)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(wanted, auditor(section), section::name);
        }
    }

    @Test
    void withoutAnActorNobodyIsToldWhoseAnAuditIs() throws SQLException {
        String question =
                "select audited_in('engagement', '" + ENGAGEMENTS.get(EvidenceSection.AGREEMENT) + "') is null";
        try (Connection connection = DATABASE.application().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertTrue(answer(statement, question));
            set(connection, "actor", "person:" + PERSON);
            assertFalse(answer(statement, question));
            connection.rollback();
        }
    }

    private static boolean answer(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Test
    void anAuditorOfOneInstitutionDoesNotSeeActsOnReportsOfAnotherUnderTheSameAgreement() throws SQLException {
        assertEquals(SECTIONS.keySet(), auditor(EvidenceSection.TRAIL));
    }

    @Test
    void anAuthorityLearnsOfReportsFromReportsAndNotFromActsOnThem() throws SQLException {
        Set<String> seen = seen(AUTHORITY, "", "{" + AGREEMENT + "}", "{}");
        assertTrue(seen.contains("grant"), seen::toString);
        assertTrue(seen.contains("release"), seen::toString);
        for (String hidden :
                Set.of("report", "review", "measure", "escalation", "embargo", "disclosure", "rival's report")) {
            assertTrue(!seen.contains(hidden), hidden);
        }
    }

    private static Set<String> auditor(EvidenceSection section) throws SQLException {
        return seen(FIRM, "audits", "{}", "{" + ENGAGEMENTS.get(section) + "}");
    }

    private static Set<String> seen(UUID organisation, String reach, String agreements, String engagements)
            throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            UUID person = UUID.randomUUID();
            set(connection, "actor", "person:" + person);
            set(connection, "person", person.toString());
            set(connection, "organisation", organisation.toString());
            set(connection, "reach", reach);
            set(connection, "agreements", agreements);
            set(connection, "writable", "{}");
            set(connection, "audits", engagements);
            set(connection, "engagements", engagements);
            Set<String> seen = new TreeSet<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select id from trail_event")) {
                while (rows.next()) {
                    seen.add(EVENTS.getOrDefault(rows.getObject(1, UUID.class), "another"));
                }
            }
            return seen;
        }
    }

    private static EvidenceSection section(String act, @Nullable String kind) throws SQLException {
        try (Connection connection = DATABASE.application().getConnection();
                PreparedStatement query = connection.prepareStatement("select act_section(?, ?)")) {
            query.setString(1, act);
            query.setString(2, kind);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return EvidenceSection.valueOf(row.getString(1));
            }
        }
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, "sekisho." + setting);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static void event(Statement statement, String name, UUID organisation, String kind, String act)
            throws SQLException {
        UUID id = UUID.randomUUID();
        EVENTS.put(id, name);
        statement.execute(
                """
                insert into trail_event (id, time, actor, organisation, act, subject_kind, subject_id, outcome, leaf, leaf_hash,
                    agreement, changes)
                values ('%s', '2026-08-01 03:00Z', 'person:%s', '%s', '%s', '%s', gen_random_uuid(), 'done', '\\x7b7d',
                        decode(repeat('00', 32), 'hex'), '%s', true)
                """
                        .formatted(id, PERSON, organisation, act, kind, AGREEMENT));
    }

    private static void engagement(Statement statement, EvidenceSection section) throws SQLException {
        UUID id = UUID.randomUUID();
        ENGAGEMENTS.put(section, id);
        statement.execute(
                """
                insert into engagement (id, row_version, number, agreement_id, owner_id, standard, assurance_level, criteria,
                    responsible_party_id, intended_users, period_first, period_last, report_due, most_consecutive,
                    declaration_months, firm_id, state, scheduled_at, fieldwork_at)
                values ('%s', 0, 'AUD-%s', '%s', '%s', 'ISAE_3000', 'LIMITED', 'criteria', '%s', 'users', '2026-07-%02d', '2026-09-30',
                    '2026-12-15', 3, 12, '%s', 'FIELDWORK', '2026-06-01 00:00Z', '2026-07-02 00:00Z')
                """
                        .formatted(id, section, AGREEMENT, AUTHORITY, BANK, section.ordinal() + 1, FIRM));
        statement.execute("insert into engagement_section values ('" + id + "', '" + section + "')");
    }

    private static void organisation(Statement statement, UUID id, String kind) throws SQLException {
        statement.execute(
                "insert into organisation (id, version, short_name, name_en, name_ja, kind, state, created_at) values"
                        + " ('"
                        + id
                        + "', 0, 'sections-" + id.toString().substring(0, 8) + "', 'n', 'n', '" + kind
                        + "', 'ACTIVE', timestamptz '2026-05-14 00:00Z')");
    }
}
