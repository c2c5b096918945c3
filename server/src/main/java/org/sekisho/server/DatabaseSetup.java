package org.sekisho.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.sekisho.server.ExternalDatabase.Credentials;

/**
 * Gives an embedded PostgreSQL the database and the roles that Sekisho rests on. Everything here may run again at each start: it
 * creates what is missing and sets the passwords that are on file.
 */
final class DatabaseSetup {

    static final String DATABASE = "sekisho";
    static final String OWNER = "sekisho_owner";
    static final String APPLICATION = "sekisho_app";

    private final int port;
    private final Secrets secrets;

    DatabaseSetup(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    void run() throws IOException, SQLException {
        Credentials superuser =
                new Credentials(EmbeddedPostgres.SUPERUSER, secrets.password(EmbeddedPostgres.SUPERUSER));
        String main = EmbeddedPostgres.url(port, EmbeddedPostgres.SUPERUSER);
        try (Connection connection = Connections.source(main, superuser).getConnection()) {
            createDatabase(connection);
        }
        String own = EmbeddedPostgres.url(port, DATABASE);
        try (Connection connection = Connections.source(own, superuser).getConnection()) {
            execute(connection, script("/db/roles.sql"));
            execute(connection, script("/org/sekisho/server/database.sql"));
            for (String role : new String[] {OWNER, APPLICATION}) {
                // Hashed here already, so that no password stands in a statement that the server might log.
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(role, secrets.password(role).toCharArray(), "scram-sha-256");
            }
        }
    }

    private static void createDatabase(Connection connection) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("select from pg_database where datname = ?")) {
            question.setString(1, DATABASE);
            try (ResultSet row = question.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
        }
        execute(connection, "create database " + DATABASE);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream file = DatabaseSetup.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new FileNotFoundException(name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
