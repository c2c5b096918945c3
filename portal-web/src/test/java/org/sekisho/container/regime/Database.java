package org.sekisho.container.regime;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the tests set up and look at past every use case. */
public final class Database {

    private Database() {}

    /** Whom a connection belongs to. */
    public enum As {
        /** The cluster's superuser, whom nothing binds: keeps and restores rows past keys and triggers. */
        SUPERUSER("postgres"),
        /** The owner of the schema, who sees every row. */
        OWNER("sekisho_owner"),
        /** The portal's own role, bound by row-level security. */
        APPLICATION("sekisho_app");

        private final String role;

        As(String role) {
            this.role = role;
        }
    }

    public static Connection connect(As as) throws SQLException {
        return DriverManager.getConnection(System.getenv("SEKISHO_DB_URL") + "?currentSchema=sekisho", as.role, "");
    }

    /** Does something as the owner. */
    public static void run(String sql, Object... parameters) {
        try (Connection connection = connect(As.OWNER);
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.execute();
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    /** The first column of what the owner finds. */
    public static List<String> texts(String sql, Object... parameters) {
        try (Connection connection = connect(As.OWNER)) {
            return texts(connection, sql, parameters);
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    /** The first column of what is found over this connection. */
    public static List<String> texts(Connection connection, String sql, Object... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
