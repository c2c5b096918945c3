package org.sekisho.server;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sekisho.server.ExternalDatabase.Credentials;

/** Connections of the launcher itself, which never waits long for an answer. */
final class Connections {

    static final String NO_SUCH_DATABASE = "3D000";

    /** A class of the SQL standard's states. */
    private static final String INVALID_AUTHORISATION = "28";

    private static final int CONNECT_SECONDS = 5;

    private Connections() {}

    static DataSource source(String url, Credentials credentials) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(credentials.user());
        source.setPassword(credentials.password());
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setApplicationName("sekisho-launcher");
        return source;
    }

    /** Whether a server answers there, be it that it refuses this role or doesn't know the database. */
    static boolean answers(String url, Credentials credentials) {
        try (Connection connection = source(url, credentials).getConnection()) {
            return !connection.isClosed();
        } catch (SQLException notYet) {
            return refuses(notYet) || NO_SUCH_DATABASE.equals(notYet.getSQLState());
        }
    }

    /** Whether it was the role or its password that the server didn't like. */
    static boolean refuses(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith(INVALID_AUTHORISATION);
    }
}
