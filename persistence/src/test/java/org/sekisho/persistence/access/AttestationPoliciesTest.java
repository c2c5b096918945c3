package org.sekisho.persistence.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.persistence.shared.TestDatabase;

/** What the database lets whom make of an attestation, whatever the portal asks. */
class AttestationPoliciesTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final String REFUSED_BY_POLICY = "42501";
    private static final String REFUSED_BY_TRIGGER = "23514";

    private static final UUID AGREEMENT = UUID.randomUUID();
    private static final Signed BANK = new Signed("INSTITUTION", "");
    private static final Signed FIRM = new Signed("AUDIT_FIRM", "");
    private static final Signed UNIT = new Signed("AUTHORITY", "");
    private static final Signed COORDINATOR = new Signed("IT_VENDOR", "agreements");
    private static final Signed RIVAL = new Signed("INSTITUTION", "");

    private UUID attestation = UUID.randomUUID();

    /** Somebody at an organisation of their own, with a reach. */
    private record Signed(UUID organisation, UUID person, String kind, String reach) {

        Signed(String kind, String reach) {
            this(UUID.randomUUID(), UUID.randomUUID(), kind, reach);
        }
    }

    @BeforeAll
    static void people() throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection()) {
            for (Signed each : List.of(BANK, FIRM, UNIT, COORDINATOR, RIVAL)) {
                run(
                        owner,
                        "insert into organisation (id, version, short_name, name_en, name_ja, kind, state, created_at) "
                                + "values (?, 0, ?, 'n', 'n', ?, 'ACTIVE', timestamptz '2026-05-01 00:00Z')",
                        each.organisation(),
                        "t" + each.organisation().toString().substring(0, 8),
                        each.kind());
                run(
                        owner,
                        """
                        insert into person (id, version, email, name_en, name_ja, language, home_organisation_id, state, state_reason,
                                            state_changed_by, state_changed_at, created_at)
                        values (?, 0, ?, 'n', 'n', 'EN', ?, 'ACTIVE', '', 'x', timestamptz '2026-05-01 00:00Z',
                                timestamptz '2026-05-01 00:00Z')
                        """,
                        each.person(),
                        each.person() + "@attest.example",
                        each.organisation());
            }
            run(
                    owner,
                    """
                    insert into agreement (id, version, number, title_en, title_ja, state, drafted_by_person_id, drafted_at, end_reason)
                    values (?, 0, ?, 'T', 'T', 'IN_FORCE', ?,
                            timestamptz '2026-05-01 00:00Z', '')
                    """,
                    AGREEMENT,
                    TestDatabase.agreementNumber(),
                    COORDINATOR.person());
        }
    }

    @BeforeEach
    void proposedByTheBank() throws SQLException {
        attestation = UUID.randomUUID();
        insert(BANK, "PROPOSED");
    }

    @Test
    void theCoordinatorAndAnAuthorityApproveOrDecline() throws SQLException {
        assertEquals(1, decide(COORDINATOR, "APPROVED"));
        proposedByTheBank();
        assertEquals(1, decide(UNIT, "DECLINED"));
    }

    @Test
    void neitherWhoProposedNorWhoAttestsApproves() {
        assertRefused(REFUSED_BY_POLICY, () -> decide(BANK, "APPROVED"));
        assertRefused(REFUSED_BY_POLICY, () -> decide(FIRM, "APPROVED"));
        assertRefused(REFUSED_BY_POLICY, () -> decide(FIRM, "DECLINED"));
    }

    @Test
    void nobodyDecidesInAnothersName() {
        assertRefused(
                REFUSED_BY_POLICY,
                () -> update(
                        COORDINATOR,
                        "state = 'APPROVED', decided_at = now(), decided_by_person_id = '" + UNIT.person() + "'"));
    }

    @Test
    void eachSideTakesItBackBeforeAndAfterTheDecision() throws SQLException {
        assertEquals(1, withdraw(FIRM));
        proposedByTheBank();
        decide(COORDINATOR, "APPROVED");
        assertEquals(1, withdraw(BANK));
    }

    @Test
    void aRivalTouchesNothing() throws SQLException {
        assertEquals(0, withdraw(RIVAL));
        assertEquals(0, decide(RIVAL, "APPROVED"));
    }

    @Test
    void whatIsOverStaysAsItIs() throws SQLException {
        withdraw(FIRM);
        assertRefused(REFUSED_BY_TRIGGER, () -> withdraw(BANK));
        assertRefused(
                REFUSED_BY_TRIGGER,
                () -> update(
                        COORDINATOR,
                        "state = 'APPROVED', withdrawn_at = null, withdrawn_by_person_id = null, decided_at = now(), decided_by_person_id = '"
                                + COORDINATOR.person() + "'"));
    }

    @Test
    void aDecisionIsNotTakenTwiceNorRewrittenByAWithdrawal() throws SQLException {
        decide(COORDINATOR, "APPROVED");
        assertRefused(REFUSED_BY_TRIGGER, () -> decide(UNIT, "DECLINED"));
        assertRefused(
                REFUSED_BY_TRIGGER,
                () -> update(
                        UNIT,
                        "state = 'WITHDRAWN', reason = 'r', withdrawn_at = now(), withdrawn_by_person_id = '"
                                + UNIT.person() + "', decided_by_person_id = '" + UNIT.person() + "'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "valid_until = date '2030-01-01'",
                "document_reference = 'Another'",
                "environment_code = 'another'",
                "agreement_id = gen_random_uuid()",
                "attested_by_organisation_id = proposed_by_organisation_id",
                "proposed_by_person_id = gen_random_uuid()"
            })
    void whatWasProposedIsNotEdited(String change) {
        assertRefused(REFUSED_BY_POLICY, () -> update(BANK, change));
        assertRefused(REFUSED_BY_POLICY, () -> update(COORDINATOR, change));
    }

    @Test
    void anAttestationBeginsProposedUnderAnAgreementOfItsOwn() {
        attestation = UUID.randomUUID();
        assertRefused(REFUSED_BY_POLICY, () -> insert(BANK, "APPROVED"));
        assertRefused(REFUSED_BY_POLICY, () -> insert(RIVAL, "PROPOSED"));
    }

    private int decide(Signed by, String state) throws SQLException {
        return update(
                by,
                "state = '" + state + "', reason = 'r', decided_at = now(), decided_by_person_id = '" + by.person()
                        + "'");
    }

    private int withdraw(Signed by) throws SQLException {
        return update(
                by,
                "state = 'WITHDRAWN', reason = 'r', withdrawn_at = now(), withdrawn_by_person_id = '" + by.person()
                        + "'");
    }

    private int update(Signed by, String change) throws SQLException {
        try (Connection connection = acting(by);
                PreparedStatement statement = connection.prepareStatement(
                        "update environment_attestation set version = version + 1, " + change + " where id = ?")) {
            statement.setObject(1, attestation);
            int changed = statement.executeUpdate();
            connection.commit();
            return changed;
        }
    }

    private void insert(Signed by, String state) throws SQLException {
        try (Connection connection = acting(by)) {
            run(
                    connection,
                    """
                    insert into environment_attestation (id, version, agreement_id, environment_code, attested_by_organisation_id,
                        document_reference, first_day, valid_until, state, proposed_by_person_id, proposed_by_organisation_id,
                        proposed_at, reason, decided_at, decided_by_person_id)
                    values (?, 0, ?, 'lab', ?, 'd', date '2026-05-28', date '2026-12-31', ?, ?, ?, timestamptz '2026-05-28 00:00Z', '',
                        case when ? = 'APPROVED' then timestamptz '2026-05-29 00:00Z' end, case when ? = 'APPROVED' then ?::uuid end)
                    """,
                    attestation,
                    AGREEMENT,
                    FIRM.organisation(),
                    state,
                    by.person(),
                    by.organisation(),
                    state,
                    state,
                    COORDINATOR.person());
            connection.commit();
        }
    }

    /** All but the rival read the agreement; the bank is its party. */
    private static Connection acting(Signed who) throws SQLException {
        Connection connection = DATABASE.application().getConnection();
        connection.setAutoCommit(false);
        String agreements = who == RIVAL ? "" : "{" + AGREEMENT + "}";
        run(
                connection,
                """
                select set_config('sekisho.actor', ?, true), set_config('sekisho.person', ?, true),
                       set_config('sekisho.organisation', ?, true), set_config('sekisho.agreements', ?, true),
                       set_config('sekisho.writable', ?, true), set_config('sekisho.reach', ?, true)
                """,
                "person:" + who.person(),
                who.person().toString(),
                who.organisation().toString(),
                agreements,
                who == BANK ? agreements : "",
                who.reach());
        return connection;
    }

    /** Does something in the database. */
    private interface Attempt {
        void run() throws SQLException;
    }

    private static void assertRefused(String state, Attempt attempt) {
        SQLException refused = assertThrows(SQLException.class, attempt::run);
        assertEquals(state, refused.getSQLState(), refused.getMessage());
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
