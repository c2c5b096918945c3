package org.sekisho.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sekisho.server.ExternalDatabase.Credentials;

/**
 * The embedded database of a portal that runs, reached past the portal.
 *
 * @param data the portal's folder
 */
record RunningDatabase(Path data) {

    String password(String role) throws IOException {
        return Files.readString(data.resolve("secrets/" + role + ".password"));
    }

    /** Its JDBC address; the port stands in the fourth line of PostgreSQL's own note. */
    String url(String database) throws IOException {
        int port = Integer.parseInt(
                Files.readAllLines(data.resolve("database/postmaster.pid")).get(3));
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Connection owner() throws SQLException, IOException {
        return connect("sekisho", "sekisho_owner");
    }

    Connection superuser(String database) throws SQLException, IOException {
        return connect(database, "postgres");
    }

    /** As the superuser, each by itself: some of them don't run together with others. */
    void execute(String database, String... statements) throws SQLException, IOException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    boolean answers() {
        try (Connection connection = owner()) {
            return !connection.isClosed();
        } catch (SQLException | IOException | RuntimeException notNow) {
            return false;
        }
    }

    private Connection connect(String database, String role) throws SQLException, IOException {
        return Connections.source(url(database), new Credentials(role, password(role)))
                .getConnection();
    }
}
