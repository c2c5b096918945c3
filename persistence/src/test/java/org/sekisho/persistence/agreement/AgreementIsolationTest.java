package org.sekisho.persistence.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.proof.hash.Sha256;

/** Who sees and changes rows of agreements, when a query has no filter at all. */
class AgreementIsolationTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final String MOMENT = "2026-06-01T03:00:00Z";
    private static final UUID AGREEMENT = UUID.randomUUID();
    private static final UUID VERSION = UUID.randomUUID();
    private static final UUID SIGNED = UUID.randomUUID();
    private static final UUID UNFILED = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID GOVERNING = UUID.randomUUID();
    private static final String HASH = Sha256.hex("{}".getBytes(StandardCharsets.UTF_8));
    private static final String DOCUMENT =
            "insert into agreement_document values (?, ?, '%s', ?, ?, 'a-document', 7, repeat('c', 64), repeat('d',"
                    + " 64), false, now())";
    private static final String FILE = "insert into agreement_signed_file values (?, ?, ?, 7, 'a-blob')";
    private static final Signed BANK = new Signed("INSTITUTION", "SIGNATORY");
    private static final Signed RIVAL = new Signed("INSTITUTION", "SIGNATORY");
    private static final Signed PROVIDER = new Signed("MODEL_PROVIDER", "SIGNATORY");
    private static final Signed UNIT = new Signed("AUTHORITY", "AUTHORITY_REVIEWER");
    private static final Signed DESIGNATED = new Signed("AUTHORITY", "AUTHORITY_REVIEWER");
    /** At an organisation of another kind: there is one secretariat, and it may be another test's. */
    private static final Signed COORDINATOR = new Signed("IT_VENDOR", "COORDINATOR");

    /** Somebody signed in at an organisation of their own. */
    private record Signed(UUID organisation, UUID person, String kind, String role) {

        Signed(String kind, String role) {
            this(UUID.randomUUID(), UUID.randomUUID(), kind, role);
        }

        byte[] hash() {
            return Sha256.digest(person.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @BeforeAll
    static void anAgreementOfOneBankInNegotiation() throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection()) {
            owner.setAutoCommit(false);
            for (Signed each : List.of(BANK, RIVAL, PROVIDER, UNIT, DESIGNATED, COORDINATOR)) {
                signIn(owner, each);
            }
            run(
                    owner,
                    "insert into designation values (?, 1, ?, 'Cabinet notice 3', '2026-05-01', '2026-12-31', 'x',"
                            + " now(), null, null)",
                    UUID.randomUUID(),
                    DESIGNATED.organisation());
            run(
                    owner,
                    "insert into agreement values (?, 1, 'AGR-2099-0001', 'Access', '利用', 'NEGOTIATION', ?, now(),"
                            + " null, null, '')",
                    AGREEMENT,
                    COORDINATOR.person());
            party(owner, AGREEMENT, BANK, "INSTITUTION_RECEIVING", 1);
            party(owner, AGREEMENT, PROVIDER, "PROVIDER", 2);
            run(
                    owner,
                    """
                    insert into agreement_version (id, version, agreement_id, number, state, drafted_at, round_opened_at, round_ends_at, end_reason)
                    values (?, 1, ?, 1, 'NEGOTIATION', now(), now(), now() + interval '1 day', '')
                    """,
                    VERSION,
                    AGREEMENT);
            run(owner, "insert into agreement_clause values (?, ?, 'USAGE', '{}')", UUID.randomUUID(), VERSION);
            run(
                    owner,
                    "insert into agreement_comment values (?, ?, null, ?, ?, 'Fine', now())",
                    UUID.randomUUID(),
                    VERSION,
                    BANK.organisation(),
                    BANK.person());
            run(
                    owner,
                    "insert into agreement_proposal values (?, ?, 'USAGE', null, ?, ?, 'Less', now(), 'OPEN', null,"
                            + " null, '')",
                    UUID.randomUUID(),
                    VERSION,
                    BANK.organisation(),
                    BANK.person());
            UUID approval = UUID.randomUUID();
            run(
                    owner,
                    "insert into internal_approval values (?, ?, ?, 1, repeat('a', 64), 'OPEN', ?, now(), null, null)",
                    approval,
                    VERSION,
                    BANK.organisation(),
                    BANK.person());
            run(
                    owner,
                    "insert into internal_approval_level values (?, ?, 1, 'Board', null, null, null, '', null, null)",
                    UUID.randomUUID(),
                    approval);
            signedOutside(owner, BANK, SIGNED);
            signedOutside(owner, PROVIDER, UNFILED);
            run(owner, FILE, UUID.randomUUID(), SIGNED, BANK.organisation());
            governing(owner);
            run(owner, DOCUMENT.formatted("JA"), UUID.randomUUID(), GOVERNING, BANK.organisation(), HASH);
            owner.commit();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreement",
                "agreement_party",
                "agreement_version",
                "agreement_clause",
                "agreement_comment",
                "agreement_proposal",
                "internal_approval",
                "internal_approval_level",
                "agreement_signature",
                "agreement_signed_file",
                "agreement_document"
            })
    void aRivalBankSeesNoRowOfAnotherBanksAgreement(String table) throws SQLException {
        assertEquals(0, count(RIVAL, table), table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreement",
                "agreement_version",
                "agreement_clause",
                "agreement_comment",
                "agreement_proposal",
                "internal_approval",
                "agreement_signed_file",
                "agreement_document"
            })
    void everyPartySeesTheAgreement(String table) throws SQLException {
        assertEquals(1, count(BANK, table), table);
        assertEquals(1, count(PROVIDER, table), table);
    }

    @Test
    void levelsOfAnInternalApprovalAreThePartysOwnBusiness() throws SQLException {
        assertEquals(1, count(BANK, "internal_approval_level"));
        assertEquals(0, count(PROVIDER, "internal_approval_level"));
        assertEquals(0, count(COORDINATOR, "internal_approval_level"));
    }

    @Test
    void onlyADesignatedUnitOfAnAuthoritySeesAgreementsOfOthers() throws SQLException {
        assertEquals(1, count(DESIGNATED, "agreement"));
        assertEquals(0, count(UNIT, "agreement"));
    }

    @Test
    void aDesignatedUnitChangesNoVersion() throws SQLException {
        assertEquals(0, changed(DESIGNATED, "update agreement_version set end_reason = 'x'"));
        assertEquals(0, changed(RIVAL, "update agreement set end_reason = 'x'"));
        assertEquals(1, changed(BANK, "update agreement set end_reason = 'x' where id = '" + AGREEMENT + "'"));
    }

    @Test
    void nobodyCommentsForAnotherOrganisation() {
        String comment = "insert into agreement_comment values ('%s', '%s', null, '%s', '%s', 'Words', now())"
                .formatted(UUID.randomUUID(), VERSION, BANK.organisation(), PROVIDER.person());
        assertThrows(SQLException.class, () -> changed(PROVIDER, comment));
    }

    @Test
    void aPartyFilesWhatItSignedItselfAndNothingElse() throws SQLException {
        assertEquals(1, filed(PROVIDER, UNFILED, PROVIDER));
        assertThrows(SQLException.class, () -> filed(BANK, UNFILED, BANK), "under another party's signature");
        assertThrows(SQLException.class, () -> filed(BANK, UNFILED, PROVIDER), "for another party");
        assertThrows(SQLException.class, () -> filed(COORDINATOR, UNFILED, PROVIDER), "for another party");
        assertThrows(SQLException.class, () -> filed(RIVAL, UNFILED, RIVAL), "by no party");
    }

    @Test
    void aFiledDocumentIsNeitherExchangedNorRemoved() {
        for (String attempt :
                List.of("update agreement_signed_file set blob = 'another'", "delete from agreement_signed_file")) {
            assertThrows(SQLException.class, () -> changed(BANK, attempt), attempt);
            assertThrows(SQLException.class, () -> changed(COORDINATOR, attempt), attempt);
        }
    }

    @Test
    void noSignedDocumentIsExchangedOrRemovedNotEvenByTheOwner() throws SQLException {
        for (String attempt : List.of(
                "update agreement_document set sha256 = repeat('0', 64)",
                "update agreement_document set blob = 'another'",
                "delete from agreement_document")) {
            assertThrows(SQLException.class, () -> changed(BANK, attempt), attempt);
            assertThrows(SQLException.class, () -> changed(COORDINATOR, attempt), attempt);
            try (Connection owner = DATABASE.owner().getConnection();
                    PreparedStatement statement = owner.prepareStatement(attempt)) {
                SQLException refused = assertThrows(SQLException.class, statement::executeUpdate);
                assertTrue(String.valueOf(refused.getMessage()).contains("A signed document never changes"), attempt);
            }
        }
    }

    @Test
    void onlyTheJobKeepsSignedDocumentsAndOneForEachLanguage() throws SQLException {
        assertThrows(SQLException.class, () -> kept(BANK, "EN", GOVERNING, HASH), "by a party");
        assertThrows(SQLException.class, () -> kept(COORDINATOR, "EN", GOVERNING, HASH), "by the coordinator");
        assertEquals(1, keptByJob("EN", GOVERNING, HASH));
        assertThrows(SQLException.class, () -> keptByJob("JA", GOVERNING, HASH), "a second one");
        assertThrows(SQLException.class, () -> keptByJob("EN", GOVERNING, "b".repeat(64)), "of another content");
        assertThrows(SQLException.class, () -> keptByJob("EN", VERSION, HASH), "of a version that isn't in force");
    }

    @Test
    void theJobFindsWhatIsntSignedYet() throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            job(connection);
            try (PreparedStatement query =
                            connection.prepareStatement(SignedDocumentRows.WANTING.replace(":most", "1000"));
                    ResultSet rows = query.executeQuery()) {
                List<String> mine = new ArrayList<>();
                while (rows.next()) {
                    if (rows.getObject(1, UUID.class).equals(OTHER)) {
                        mine.add(rows.getInt(2) + rows.getString(3));
                    }
                }
                assertEquals(List.of("1EN"), mine);
            }
        }
    }

    private static void governing(Connection owner) throws SQLException {
        run(
                owner,
                "insert into agreement values (?, 1, 'AGR-2099-0002', 'Access', '利用', 'IN_FORCE', ?, now(), null,"
                        + " null, '')",
                OTHER,
                COORDINATOR.person());
        party(owner, OTHER, BANK, "INSTITUTION_RECEIVING", 1);
        party(owner, OTHER, PROVIDER, "PROVIDER", 2);
        UUID content = UUID.randomUUID();
        run(owner, "insert into agreement_content values (?, '" + HASH + "', '{}')", content);
        run(
                owner,
                """
                insert into agreement_version (id, version, agreement_id, number, state, drafted_at, frozen_at, content_hash,
                    agreement_content_id, governs_from, first_day, last_day, governs_since, end_reason)
                values (?, 1, ?, 1, 'GOVERNING', now(), now(), '%s', ?, '2026-06-01', '2026-06-01', '2026-12-31', now(), '')
                """
                        .formatted(HASH),
                GOVERNING,
                OTHER,
                content);
    }

    private static int kept(Signed by, String language, UUID version, String hash) throws SQLException {
        try (Connection connection = enter(by)) {
            return kept(connection, language, version, hash);
        }
    }

    private static int keptByJob(String language, UUID version, String hash) throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            job(connection);
            return kept(connection, language, version, hash);
        }
    }

    private static int kept(Connection connection, String language, UUID version, String hash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(DOCUMENT.formatted(language))) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, version);
            insert.setObject(3, BANK.organisation());
            insert.setString(4, hash);
            return insert.executeUpdate();
        }
    }

    private static void job(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement entering = connection.prepareStatement("select enter_system('document-signer')")) {
            entering.execute();
        }
    }

    /** Files a document, as the portal commits it: constraints are looked at in the end. */
    private static int filed(Signed by, UUID signature, Signed whose) throws SQLException {
        try (Connection connection = enter(by);
                PreparedStatement file = connection.prepareStatement(FILE);
                PreparedStatement end = connection.prepareStatement("set constraints all immediate")) {
            file.setObject(1, UUID.randomUUID());
            file.setObject(2, signature);
            file.setObject(3, whose.organisation());
            int filed = file.executeUpdate();
            end.execute();
            return filed;
        }
    }

    private static void signedOutside(Connection owner, Signed who, UUID signature) throws SQLException {
        UUID authority = UUID.randomUUID();
        run(
                owner,
                """
                insert into signing_authority values (?, 1, ?, null, 'Signer', 'REPRESENTATION', 'Register', '2027-01-01', ?, now(), null, null)
                """,
                authority,
                who.organisation(),
                who.person());
        run(
                owner,
                """
                insert into agreement_signature (id, agreement_version_id, organisation_id, signer_name, signing_authority_id, content_hash,
                    method, signed_on, recorded_by_person_id, recorded_at, state, file_hash, file_name, end_reason)
                values (?, ?, ?, 'Signer', ?, repeat('a', 64), 'OUTSIDE_PAPER', '2026-06-01', ?, now(), 'UNCONFIRMED', repeat('b', 64), 'f.pdf', '')
                """,
                signature,
                VERSION,
                who.organisation(),
                authority,
                who.person());
    }

    @Test
    void onlyTheCoordinatorBeginsAgreementsAndTakesNumbers() {
        assertThrows(SQLException.class, () -> changed(BANK, "insert into agreement_number values (2098, 1)"));
    }

    private static long count(Signed who, String table) throws SQLException {
        // Other tests may have agreements of their own; the coordinator and designated units see these too.
        String mine =
                switch (table) {
                    case "agreement" -> " where id = '" + AGREEMENT + "'";
                    case "agreement_party", "agreement_version" -> " where agreement_id = '" + AGREEMENT + "'";
                    default -> "";
                };
        try (Connection connection = enter(who);
                PreparedStatement query = connection.prepareStatement("select count(*) from " + table + mine);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static int changed(Signed who, String sql) throws SQLException {
        try (Connection connection = enter(who);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }

    /** A transaction of the portal in which this person acts; closing rolls it back. */
    private static Connection enter(Signed who) throws SQLException {
        Connection connection = DATABASE.application().getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement entering =
                connection.prepareStatement("select count(*) from enter(?, cast('" + MOMENT + "' as timestamptz))")) {
            entering.setBytes(1, who.hash());
            try (ResultSet rows = entering.executeQuery()) {
                rows.next();
                assertEquals(1, rows.getLong(1), "The session opens");
            }
        }
        return connection;
    }

    private static void signIn(Connection owner, Signed who) throws SQLException {
        String shortName = "o" + who.organisation().toString().substring(0, 8);
        run(
                owner,
                "insert into organisation values (?, 1, ?, 'Name', '名', ?, 'ACTIVE', now())",
                who.organisation(),
                shortName,
                who.kind());
        run(
                owner,
                "insert into person values (?, 1, ?, 'Name', '名', 'EN', ?, 'ACTIVE', '', 'x', now(), now())",
                who.person(),
                "p@" + shortName + ".example",
                who.organisation());
        run(
                owner,
                "insert into affiliation values (?, ?, ?, 'HOME', '2026-01-01', null)",
                UUID.randomUUID(),
                who.person(),
                who.organisation());
        run(
                owner,
                """
                insert into role_assignment (id, version, person_id, role, organisation_id, state, founding, reason,
                    requested_by_own_administrator, requested_at, effective_at, closed_reason)
                values (?, 1, ?, ?, ?, 'IN_EFFECT', true, '', false, now(), now(), '')
                """,
                UUID.randomUUID(),
                who.person(),
                who.role(),
                who.organisation());
        run(
                owner,
                "insert into credential (person_id, version, must_change_password, failed_attempts,"
                        + " second_factor_last_step) values (?, 1, false, 0, 0)",
                who.person());
        run(
                owner,
                """
                insert into login_session (id, version, token_hash, person_id, organisation_id, kind, second_factor, address, user_agent,
                    signed_in_at, expires_at, last_seen_at)
                values (?, 1, ?, ?, ?, 'API', true, '', '', '2026-06-01T00:00Z', '2026-06-01T12:00Z', '2026-06-01T03:00Z')
                """,
                UUID.randomUUID(),
                who.hash(),
                who.person(),
                who.organisation());
    }

    private static void party(Connection owner, UUID agreement, Signed who, String role, int position)
            throws SQLException {
        run(
                owner,
                "insert into agreement_party values (?, ?, ?, ?, ?, 'Name', '名', ?, 1, null)",
                UUID.randomUUID(),
                agreement,
                who.organisation(),
                who.kind(),
                role,
                position);
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
