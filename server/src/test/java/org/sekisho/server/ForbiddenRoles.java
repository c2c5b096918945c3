package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.server.ExternalDatabase.Credentials;

/** Roles that row-level security doesn't bind, on a server that is somebody else's: the portal starts with none of them. */
final class ForbiddenRoles {

    private static final String DATABASE = "owned";
    private static final String PASSWORD = "a password of theirs";

    private static final String BYPASSES = "bypasses";

    private final RunningDatabase server;
    private final Path jar;
    private final Map<String, String> variables;

    /** @param variables of a start on that server, but for the database and the role */
    ForbiddenRoles(RunningDatabase server, Path jar, Map<String, String> variables) {
        this.server = server;
        this.jar = jar;
        this.variables = variables;
    }

    /** Each reason once, by a start. */
    void assertEachEndsTheStart() throws IOException, InterruptedException, SQLException {
        makeRoles();
        assertRefused(
                "sekisho_owner",
                server.password("sekisho_owner"),
                "SEKISHO_DB_USER names sekisho_owner, an owner of the database or schema, whom row-level security does not bind: use a role that owns nothing.");
        assertRefused(
                "postgres",
                server.password("postgres"),
                "SEKISHO_DB_USER names postgres, a superuser, whom row-level security does not bind: use a role that owns nothing.");
        assertRefused(
                BYPASSES,
                PASSWORD,
                "SEKISHO_DB_USER names bypasses, whom BYPASSRLS frees from row-level security: use a role without it.");
        assertRefused(
                "sekisho_app",
                "wrong",
                "The database refuses the role sekisho_app: check SEKISHO_DB_PASSWORD and the user that belongs to it.");
    }

    /** Likewise whoever may become such a role, and whoever owns but a part: asked of the check itself, which a start asks first. */
    void assertEveryWayToThemIsFound() throws IOException {
        Map<String, StartError> roles = Map.of(
                "member_of_superuser", StartError.ROLE_IS_SUPERUSER,
                "member_of_bypasses", StartError.ROLE_BYPASSES_ROW_SECURITY,
                "owns_the_database", StartError.ROLE_IS_OWNER,
                "owns_the_schema", StartError.ROLE_IS_OWNER,
                "owns_a_table", StartError.ROLE_IS_OWNER,
                "member_of_owner", StartError.ROLE_IS_OWNER);
        Map<String, StartError> found = new HashMap<>();
        for (String role : roles.keySet()) {
            StartRefusal refusal = assertThrows(StartRefusal.class, () -> check(role), role);
            assertEquals(List.of(role), refusal.parameters());
            found.put(role, refusal.error());
        }
        assertEquals(roles, found);
        check("owns_nothing");
    }

    private void makeRoles() throws IOException, SQLException {
        server.execute(
                "postgres",
                create(BYPASSES, "bypassrls"),
                create("member_of_superuser", "in role postgres"),
                create("member_of_bypasses", "noinherit in role " + BYPASSES),
                create("owns_the_database", ""),
                create("owns_the_schema", ""),
                create("owns_a_table", ""),
                create("member_of_owner", "noinherit in role owns_the_schema"),
                create("owns_nothing", ""),
                "create database " + DATABASE + " owner owns_the_database");
        server.execute(
                DATABASE,
                "create schema sekisho authorization owns_the_schema",
                "create table sekisho.theirs ()",
                "alter table sekisho.theirs owner to owns_a_table");
    }

    private static String create(String role, String more) {
        return "create role " + role + " login password '" + PASSWORD + "' " + more;
    }

    private void check(String role) throws IOException {
        ExternalDatabaseCheck.check(
                new ExternalDatabase(server.url(DATABASE), new Credentials(role, PASSWORD), Optional.empty()));
    }

    private void assertRefused(String user, String password, String sentence) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(variables);
        all.put("SEKISHO_DB_URL", server.url(BYPASSES.equals(user) ? DATABASE : "sekisho"));
        all.put("SEKISHO_DB_USER", user);
        all.put("SEKISHO_DB_PASSWORD", password);
        RefusedStart.assertRefused(jar, all, 1, sentence);
    }
}
