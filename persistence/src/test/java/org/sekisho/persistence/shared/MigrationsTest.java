package org.sekisho.persistence.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.sekisho.persistence.shared.Migrations.Standing;

/** The schema, and who sees what of it. */
class MigrationsTest {

    private static final TestDatabase DATABASE = TestDatabase.get();

    @Test
    void everyMigrationIsInAndTheApplicationSeesThat() {
        assertEquals(Standing.SAME, Migrations.standing(DATABASE.application()));
    }

    @Test
    void migratingAgainChangesNothing() {
        Migrations.run(DATABASE.owner());
        assertEquals(Standing.SAME, Migrations.standing(DATABASE.application()));
    }

    @Test
    void aSchemaWithMoreMigrationsOrFewerIsAnothers() throws SQLException {
        DataSource other = DATABASE.another("other_version").owner();
        try (Connection connection = other.getConnection()) {
            execute(
                    connection,
                    "update schema_history set version = '999912312359' where version = (select max(version) from schema_history)");
            assertEquals(
                    Standing.NEWER,
                    Migrations.standing(other),
                    "one that is unknown, although one that is known is missing");
            execute(connection, "delete from schema_history where version = '999912312359'");
            assertEquals(Standing.OLDER, Migrations.standing(other));
            execute(connection, "delete from schema_history");
            assertEquals(Standing.OLDER, Migrations.standing(other), "there is a history, and nothing in it");
        }
    }

    @Test
    void theKnownMigrationsAreThoseThatRan() throws SQLException {
        List<String> ran =
                texts(DATABASE.owner().getConnection(), "select version from schema_history where version is not null");
        assertEquals(Set.copyOf(ran), Migrations.known());
    }

    @Test
    void everyTableForcesRowLevelSecurityAndIsCommented() throws SQLException {
        List<String> open = texts(
                DATABASE.owner().getConnection(),
                """
                select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'sekisho' and c.relkind = 'r' and relname <> 'schema_history'
                  and (not relrowsecurity or not relforcerowsecurity or obj_description(c.oid) is null)
                """);
        assertEquals(List.of(), open);
    }

    @Test
    void everyTableHasAPolicyForTheOwnerSoThatMigrationsCanChangeRows() throws SQLException {
        List<String> without = texts(
                DATABASE.owner().getConnection(),
                """
                select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'sekisho' and c.relkind = 'r' and relname <> 'schema_history'
                  and not exists (select from pg_policies p where p.tablename = relname and 'sekisho_owner' = any (p.roles))
                """);
        assertEquals(List.of(), without);
    }

    @Test
    void theApplicationsRoleOwnsNothingAndIsBoundByPolicies() throws SQLException {
        assertEquals(
                List.of("0", "false", "false"),
                texts(
                        DATABASE.owner().getConnection(),
                        """
                        select count(*)::text from pg_class where relowner = 'sekisho_app'::regrole
                        union all select rolsuper::text from pg_roles where rolname = 'sekisho_app'
                        union all select rolbypassrls::text from pg_roles where rolname = 'sekisho_app'
                        """));
    }

    @Test
    void withoutAnActorNothingIsSeenAndNothingIsWritten() throws SQLException {
        UUID organisation = UUID.randomUUID();
        insertAsOwner(organisation, "nobody-sees");
        try (Connection connection = DATABASE.application().getConnection()) {
            assertEquals(List.of(), texts(connection, "select short_name from organisation"));
            assertEquals(List.of(), texts(connection, "select id::text from trail_event"));
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> connection.createStatement().execute(insert(UUID.randomUUID(), "nobody")));
            assertEquals("42501", refused.getSQLState());
        }
    }

    @Test
    void theActorIsForgottenWhenTheTransactionEnds() throws SQLException {
        insertAsOwner(UUID.randomUUID(), "forgotten");
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "select enter_system('installer')");
            assertTrue(texts(connection, "select short_name from organisation").contains("forgotten"));
            connection.commit();
            assertEquals(List.of(), texts(connection, "select short_name from organisation"));
            connection.rollback();
        }
    }

    @Test
    void theOwnerOfMigrationsCanChangeRows() throws SQLException {
        UUID organisation = UUID.randomUUID();
        insertAsOwner(organisation, "before");
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate(
                            "update organisation set short_name = 'after' where id = '" + organisation + "'"));
        }
    }

    @Test
    void eventsOfTheTrailCanBeNeitherChangedNorDeletedByTheApplication() throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            for (String attempt :
                    List.of("update trail_event set act = 'x'", "delete from trail_event", "truncate trail_event")) {
                SQLException refused = assertThrows(SQLException.class, () -> execute(connection, attempt));
                assertEquals("42501", refused.getSQLState(), attempt);
            }
        }
    }

    private static void insertAsOwner(UUID id, String shortName) throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection()) {
            execute(connection, insert(id, shortName));
        }
    }

    private static String insert(UUID id, String shortName) {
        return "insert into organisation (id, version, short_name, name_en, name_ja, kind, state, created_at) values ('"
                + id + "', 0, '" + shortName + "', 'n', 'n', 'INSTITUTION', 'ACTIVE', timestamptz '2026-05-14 00:00Z')";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
