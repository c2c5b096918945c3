package org.sekisho.persistence.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.sekisho.persistence.shared.TestDatabase;

/** Which sealed files count as named: a file that the sweeping doesn't find here is removed. */
class ContentNamesTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final String BLOB = "ab".repeat(32);

    @BeforeAll
    static void prepare() throws SQLException {
        UUID organisation = UUID.randomUUID();
        UUID engagement = UUID.randomUUID();
        UUID evidence = UUID.randomUUID();
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            UUID office = UUID.randomUUID();
            organisation(statement, organisation, "content-names");
            organisation(statement, office, "content-names-office");
            statement.execute(
                    """
                    insert into engagement (id, row_version, number, owner_id, standard, assurance_level, criteria, responsible_party_id,
                        intended_users, period_first, period_last, report_due, most_consecutive, declaration_months, state, scheduled_at)
                    values ('%s', 0, 'AUD-NAMES', '%s', 'ISAE_3000', 'LIMITED', '', '%s', '', '2026-07-01', '2026-09-30', '2026-12-15', 3, 12,
                        'SCHEDULED', '2026-06-01 00:00Z')
                    """
                            .formatted(engagement, office, organisation));
            statement.execute(
                    """
                    insert into evidence_item (id, row_version, engagement_id, organisation_id, section, control, origin, label, file_type,
                        size, sha256, crc32, proves_first, proves_last, arrived_at, state, return_reason)
                    values ('%s', 0, '%s', '%s', 'OPERATIONS', '', 'SYSTEM', 'AMBER', 'TEXT', 1, repeat('0', 64), 0, '2026-07-01',
                        '2026-07-31', '2026-08-01 00:00Z', 'RECEIVED', '')
                    """
                            .formatted(evidence, engagement, organisation));
            statement.execute("insert into evidence_content values ('" + evidence + "', '" + organisation
                    + "', '\\x01', '\\x01', '" + BLOB + "')");
            connection.commit();
        }
    }

    private static void organisation(Statement statement, UUID id, String shortName) throws SQLException {
        statement.execute(
                "insert into organisation (id, version, short_name, name_en, name_ja, kind, state, created_at) values ('"
                        + id + "', 0, '" + shortName
                        + "', 'n', 'n', 'INSTITUTION', 'ACTIVE', timestamptz '2026-05-14 00:00Z')");
    }

    @Test
    void theJobSeesTheFilesOfEveryOrganisation() throws SQLException {
        assertEquals(1, named(BLOB, "content-names"));
    }

    @Test
    void whatNoRowNamesIsntNamed() throws SQLException {
        assertEquals(0, named("cd".repeat(32), "content-names"));
    }

    @Test
    void nobodyElseSeesThem() throws SQLException {
        assertEquals(0, named(BLOB, ""));
    }

    @Test
    void everyTableThatNamesFilesIsAsked() throws SQLException {
        List<String> unasked = new ArrayList<>();
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        """
                        select table_name from information_schema.columns
                        where table_schema = 'sekisho' and (column_name = 'blob' or column_name like '%\\_blob') order by 1
                        """)) {
            while (tables.next()) {
                if (!ContentNameRows.NAMED.contains("from " + tables.getString(1) + " ")) {
                    unasked.add(tables.getString(1));
                }
            }
        }
        assertEquals(List.of(), unasked);
    }

    private static int named(String blob, String borrowed) throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            set(connection, "sekisho.actor", "system:housekeeping");
            set(connection, "sekisho.borrowed", borrowed);
            try (PreparedStatement statement =
                    connection.prepareStatement(ContentNameRows.NAMED.replace(":blob", "?"))) {
                for (int at = 1; at <= statement.getParameterMetaData().getParameterCount(); at++) {
                    statement.setString(at, blob);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? rows.getInt(1) : 0;
                }
            }
        }
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, setting);
            statement.setString(2, value);
            statement.execute();
        }
    }
}
