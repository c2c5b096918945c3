package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A database of somebody else's whose schema isn't this program's: none yet, or that of a newer version. */
final class OtherSchemas {

    /** What a newer version leaves in the history. */
    static final String MIGRATION_OF_A_NEWER_VERSION =
            """
            insert into sekisho.schema_history
            select installed_rank + 1, '999912312359', 'of a newer version', type, 'V999912312359__newer.sql', checksum, installed_by,
                   installed_on, execution_time, true
            from sekisho.schema_history order by installed_rank desc limit 1
            """;

    static final String NEWER_VERSION_UNDONE = "delete from sekisho.schema_history where version = '999912312359'";

    private static final String MISSING =
            "The schema of the database is not at the version of this program: run “java -jar sekisho.jar migrate” with SEKISHO_DB_OWNER_USER and SEKISHO_DB_OWNER_PASSWORD first.";
    private static final String NEWER =
            "The schema of the database was migrated by a newer version of Sekisho: start that version.";

    private final RunningDatabase server;
    private final String database;
    private final Path jar;
    private final Map<String, String> application;
    private final Map<String, String> owner;

    /**
     * @param database its name on that server; it isn't there yet
     * @param variables of a start on it, but for the roles
     */
    OtherSchemas(RunningDatabase server, String database, Path jar, Map<String, String> variables) throws IOException {
        this.server = server;
        this.database = database;
        this.jar = jar;
        application = new HashMap<>(variables);
        application.put("SEKISHO_DB_PASSWORD", server.password("sekisho_app"));
        owner = new HashMap<>(application);
        owner.put("SEKISHO_DB_OWNER_USER", "sekisho_owner");
        owner.put("SEKISHO_DB_OWNER_PASSWORD", server.password("sekisho_owner"));
    }

    /** As an operator would prepare the database. */
    void assertTheSchemaIsAskedForUntilItIsThere() throws IOException, SQLException, InterruptedException {
        server.execute("postgres", "create database " + database + " owner sekisho_owner");
        RefusedStart.assertRefused(jar, application, 1, MISSING);
        migrate();
    }

    /** A version of before neither runs on what it doesn't know nor takes itself for done. */
    void assertThatOfANewerVersionIsLeftAlone() throws IOException, SQLException, InterruptedException {
        server.execute(database, MIGRATION_OF_A_NEWER_VERSION);
        RefusedStart.assertRefused(jar, application, 1, NEWER);
        RefusedStart.assertRefused(jar, owner, 1, NEWER);
        RefusedStart.assertRefused(jar, owner, 1, NEWER, "migrate");
        server.execute(database, NEWER_VERSION_UNDONE);
        migrate();
    }

    private void migrate() throws IOException, InterruptedException {
        try (SekishoProcess sekisho = SekishoProcess.start(jar, owner, "migrate")) {
            assertEquals(0, sekisho.awaitEnd(), sekisho.output());
            assertTrue(sekisho.output().contains("The database is at the version of this program."), sekisho.output());
        }
    }
}
