package org.sekisho.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL of a release that lets row-level security be seen through; the module's own programs are of that release. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class OlderDatabaseIT {

    private static final Path JAR = Path.of(System.getProperty("sekisho.jar", "target/sekisho.jar"));
    private static final String SENTENCE =
            "The database is PostgreSQL 15.13; Sekisho needs at least 17.6, 16.10 or 15.14.";

    @Test
    void aDatabaseThatIsTooOldIsNeitherStartedOnNorMigrated(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres older = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                .start()) {
            try (Connection connection = older.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role sekisho_app login");
                statement.execute("create role sekisho_owner login");
                statement.execute("create database sekisho owner sekisho_owner");
            }
            Map<String, String> application = Map.of(
                    "SEKISHO_DATA", folder.resolve("data").toString(),
                    "SEKISHO_PORT", Integer.toString(PortCheck.free()),
                    "SEKISHO_DB_URL", "jdbc:postgresql://127.0.0.1:" + older.getPort() + "/sekisho");
            RefusedStart.assertRefused(JAR, application, 1, SENTENCE);

            Map<String, String> owner = new HashMap<>(application);
            owner.put("SEKISHO_DB_OWNER_USER", "sekisho_owner");
            RefusedStart.assertRefused(JAR, owner, 1, SENTENCE, "migrate");
        }
    }
}
