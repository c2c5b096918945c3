package org.sekisho.persistence.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.persistence.shared.TestDatabase;

/** Whose events of the trail are seen, by whom. Each event of the example is called by what it stands for. */
class TrailPoliciesTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final UUID BANK = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID PROVIDER = UUID.randomUUID();
    private static final UUID AUTHORITY = UUID.randomUUID();
    private static final UUID SECRETARIAT = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID ANALYST = UUID.randomUUID();
    private static final UUID AUDITOR = UUID.randomUUID();
    private static final UUID AGREEMENT = UUID.randomUUID();
    private static final UUID ENGAGEMENT = UUID.randomUUID();
    private static final UUID NARROW = UUID.randomUUID();
    private static final String IN_PERIOD = "2026-08-01 03:00Z";
    private static final String AFTER_PERIOD = "2026-09-30 15:00Z";

    /** As lists ask, which look only where something of the reader's can be. */
    private static final String LISTED = "select e.id from trail_event e, trail_reach() r where r.everything or "
            + TrailLists.WITHIN
                    .replace(":reader", "current_setting('sekisho.actor', true)")
                    .replace("cast(string_to_array(:organisations, ',') as uuid[])", "r.organisations")
                    .replace("cast(string_to_array(:agreements, ',') as uuid[])", "r.agreements");

    /** The events by name. */
    private static final Map<String, UUID> EVENTS = Map.ofEntries(
            Map.entry("signed", UUID.randomUUID()),
            Map.entry("signed later", UUID.randomUUID()),
            Map.entry("approval", UUID.randomUUID()),
            Map.entry("granted", UUID.randomUUID()),
            Map.entry("decision", UUID.randomUUID()),
            Map.entry("refusal", UUID.randomUUID()),
            Map.entry("account", UUID.randomUUID()),
            Map.entry("audit view", UUID.randomUUID()));

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            organisation(statement, BANK, "INSTITUTION");
            organisation(statement, RIVAL, "INSTITUTION");
            organisation(statement, PROVIDER, "MODEL_PROVIDER");
            organisation(statement, AUTHORITY, "AUTHORITY");
            // There is one secretariat in a database, which other tests may have made.
            organisation(statement, SECRETARIAT, "MINISTRY");
            organisation(statement, FIRM, "AUDIT_FIRM");
            statement.execute(
                    """
                    insert into person (id, version, home_organisation_id, email, name_en, name_ja, language, state, state_reason,
                        state_changed_by, state_changed_at, created_at)
                    values ('%s', 0, '%s', '%s@trail.example', 'n', 'n', 'EN', 'ACTIVE', '', '', '2026-05-14 00:00Z', '2026-05-14 00:00Z')
                    """
                            .formatted(ANALYST, BANK, ANALYST));
            statement.execute(
                    """
                    insert into agreement (id, version, number, title_en, title_ja, state, drafted_by_person_id, drafted_at, end_reason)
                    values ('%s', 0, 'AGR-2026-9170', 't', 't', 'IN_FORCE', '%s', '2026-05-14 00:00Z', '')
                    """
                            .formatted(AGREEMENT, ANALYST));
            engagement(statement, ENGAGEMENT, "TRAIL", "2026-07-01");
            engagement(statement, NARROW, "GRANTS", "2026-07-02");
            event(statement, "signed", BANK, "agreement.sign", "agreement", "done", true, IN_PERIOD);
            event(statement, "signed later", BANK, "agreement.sign", "agreement", "done", true, AFTER_PERIOD);
            event(statement, "approval", BANK, "agreement.record-approval", "agreement", "done", true, IN_PERIOD);
            event(statement, "granted", BANK, "grant.approve", "grant", "done", true, IN_PERIOD);
            event(statement, "decision", BANK, "access.decide", "agreement", "done", false, IN_PERIOD);
            event(statement, "refusal", BANK, "agreement.sign", "agreement", "refused", false, IN_PERIOD);
            event(statement, "account", BANK, "account.change-password", "person", "done", true, IN_PERIOD);
            event(statement, "audit view", FIRM, "agreement.one", "agreement", "done", false, IN_PERIOD);
            for (UUID event : EVENTS.values()) {
                statement.execute("insert into trail_opening (event, detail, key, value) values ('" + event
                        + "', 'reason', decode(repeat('00', 32), 'hex'), 'why')");
            }
            connection.commit();
        }
    }

    @Test
    void whoAnswersForAnOrganisationSeesItsEvents() throws SQLException {
        assertEquals(
                all("signed", "signed later", "approval", "granted", "decision", "refusal", "account"),
                seen(signatory(BANK)));
    }

    @Test
    void aRivalSeesNothing() throws SQLException {
        assertEquals(all(), seen(new Reader(RIVAL, "own-trail", "{}", "{}", "{}")));
    }

    @Test
    void whoeverMovesLeavesTheirActsBehind() throws SQLException {
        String own = "select id from trail_event";
        assertEquals(
                all("signed", "signed later", "approval", "granted", "decision", "refusal", "account"),
                as(new Reader(BANK, "", "{}", "{}", "{}"), ANALYST, own));
        assertEquals(all(), as(new Reader(RIVAL, "", "{}", "{}", "{}"), ANALYST, own));
    }

    @Test
    void anotherPartySeesChangesOfTheAgreementAndNothingElse() throws SQLException {
        assertEquals(all("signed", "signed later"), seen(signatory(PROVIDER)));
    }

    @Test
    void aDesignatedAuthoritySeesGrantsToo() throws SQLException {
        assertEquals(
                all("signed", "signed later", "granted"),
                seen(new Reader(AUTHORITY, "own-trail", "{" + AGREEMENT + "}", "{}", "{}")));
    }

    @Test
    void theCoordinatorSeesDecisionsAndRefusalsButNoAccountsAndNoInternalApprovals() throws SQLException {
        assertEquals(
                all("signed", "signed later", "granted", "decision", "refusal", "audit view"),
                seen(new Reader(SECRETARIAT, "agreements,agreement-trail", "{}", "{}", "{}")));
    }

    @Test
    void anAdministratorSeesAccountsOnly() throws SQLException {
        assertEquals(all("account"), seen(new Reader(SECRETARIAT, "people,administration-trail", "{}", "{}", "{}")));
    }

    @Test
    void anAuditorSeesTheAgreementWithinThePeriodOfTheEngagement() throws SQLException {
        assertEquals(all("signed", "approval", "granted", "decision", "refusal"), seen(auditor(ENGAGEMENT)));
    }

    @Test
    void anAuditorSeesOnlyTheSectionsInScope() throws SQLException {
        assertEquals(all("granted"), seen(auditor(NARROW)));
    }

    @Test
    void anAuditorWithoutAnOpenEngagementSeesNothing() throws SQLException {
        assertEquals(all(), seen(new Reader(FIRM, "audits", "{}", "{}", "{}")));
    }

    @Test
    void theTypedWordsOfARefusalStayInItsOrganisation() throws SQLException {
        Reader coordinator = new Reader(SECRETARIAT, "agreements,agreement-trail", "{}", "{}", "{}");
        assertEquals(all("signed", "signed later", "granted"), opened(coordinator));
        assertEquals(
                all("signed", "signed later", "approval", "granted", "decision", "refusal", "account"),
                opened(signatory(BANK)));
    }

    @Test
    void nobodyWithoutAnActorSeesAnything() throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            assertEquals(all(), names(connection, "select id from trail_event"));
        }
    }

    private static Reader signatory(UUID party) {
        return new Reader(party, "own-trail", "{" + AGREEMENT + "}", "{" + AGREEMENT + "}", "{}");
    }

    private static Reader auditor(UUID engagement) {
        return new Reader(FIRM, "audits", "{" + AGREEMENT + "}", "{}", "{" + engagement + "}");
    }

    private record Reader(UUID organisation, String reach, String readable, String writable, String engagements) {}

    private static Set<String> seen(Reader reader) throws SQLException {
        Set<String> seen = as(reader, "select id from trail_event");
        assertEquals(seen, as(reader, LISTED), "what lists look through holds all that the policy shows");
        return seen;
    }

    private static Set<String> opened(Reader reader) throws SQLException {
        return as(reader, "select event from trail_opening");
    }

    private static Set<String> as(Reader reader, String query) throws SQLException {
        return as(reader, UUID.randomUUID(), query);
    }

    private static Set<String> as(Reader reader, UUID person, String query) throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            set(connection, "actor", "person:" + person);
            set(connection, "person", person.toString());
            set(connection, "organisation", reader.organisation().toString());
            set(connection, "reach", reader.reach());
            set(connection, "agreements", reader.readable());
            set(connection, "writable", reader.writable());
            set(connection, "audits", reader.engagements());
            set(connection, "engagements", reader.engagements());
            return names(connection, query);
        }
    }

    private static Set<String> names(Connection connection, String query) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                UUID id = rows.getObject(1, UUID.class);
                EVENTS.forEach((name, event) -> {
                    if (event.equals(id)) {
                        names.add(name);
                    }
                });
            }
        }
        return names;
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, "sekisho." + setting);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static Set<String> all(String... names) {
        return new TreeSet<>(Set.of(names));
    }

    private static void event(
            Statement statement,
            String name,
            UUID organisation,
            String act,
            String kind,
            String outcome,
            boolean changes,
            String time)
            throws SQLException {
        UUID person = organisation.equals(FIRM) ? AUDITOR : ANALYST;
        UUID subject = kind.equals("agreement") ? AGREEMENT : UUID.randomUUID();
        String agreement = kind.equals("person") ? "null" : "'" + AGREEMENT + "'";
        statement.execute(
                """
                insert into trail_event (id, time, actor, organisation, act, subject_kind, subject_id, outcome, leaf, leaf_hash,
                    agreement, changes)
                values ('%s', '%s', 'person:%s', '%s', '%s', '%s', '%s', '%s', '\\x7b7d', decode(repeat('00', 32), 'hex'), %s, %s)
                """
                        .formatted(
                                EVENTS.get(name),
                                time,
                                person,
                                organisation,
                                act,
                                kind,
                                subject,
                                outcome,
                                agreement,
                                changes));
    }

    private static void engagement(Statement statement, UUID id, String section, String first) throws SQLException {
        statement.execute(
                """
                insert into engagement (id, row_version, number, agreement_id, owner_id, standard, assurance_level, criteria,
                    responsible_party_id, intended_users, period_first, period_last, report_due, most_consecutive,
                    declaration_months, firm_id, state, scheduled_at, fieldwork_at)
                values ('%s', 0, 'AUD-%s', '%s', '%s', 'ISAE_3000', 'LIMITED', 'criteria', '%s', 'users', '%s', '2026-09-30',
                    '2026-12-15', 3, 12, '%s', 'FIELDWORK', '2026-06-01 00:00Z', '2026-07-02 00:00Z')
                """
                        .formatted(id, section, AGREEMENT, SECRETARIAT, BANK, first, FIRM));
        statement.execute("insert into engagement_section values ('" + id + "', '" + section + "')");
    }

    private static void organisation(Statement statement, UUID id, String kind) throws SQLException {
        statement.execute(
                "insert into organisation (id, version, short_name, name_en, name_ja, kind, state, created_at) values"
                        + " ('"
                        + id + "', 0, 'trail-" + id.toString().substring(0, 8) + "', 'n', 'n', '" + kind
                        + "', 'ACTIVE', timestamptz '2026-05-14 00:00Z')");
    }
}
