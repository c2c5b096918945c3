package org.sekisho.persistence.trail;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** A connection that sees one state of the database, and is given back as it came. */
final class OneState implements AutoCloseable {

    private final DataSource source;
    private final Entrance entrance;
    private final Connection connection;
    private final boolean committing;
    private final int isolation;

    /** Tells the database who reads. */
    @FunctionalInterface
    interface Entrance {
        void enter(Connection connection) throws SQLException;
    }

    private OneState(DataSource source, Entrance entrance, Connection connection) throws SQLException {
        this.source = source;
        this.entrance = entrance;
        this.connection = connection;
        this.committing = connection.getAutoCommit();
        this.isolation = connection.getTransactionIsolation();
    }

    /** The state as it is at the first question. */
    static OneState begin(DataSource source, Entrance entrance) throws SQLException {
        return begin(source, entrance, Optional.empty());
    }

    private static OneState begin(DataSource source, Entrance entrance, Optional<String> snapshot) throws SQLException {
        OneState state = new OneState(source, entrance, source.getConnection());
        try {
            state.enter(snapshot);
            return state;
        } catch (SQLException | RuntimeException broken) {
            try (state) {
                throw broken;
            }
        }
    }

    private void enter(Optional<String> snapshot) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        if (snapshot.isPresent()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction snapshot '" + snapshot.get() + "'");
            }
        }
        entrance.enter(connection);
    }

    Connection connection() {
        return connection;
    }

    /** Another connection of the same reader to the same state, which this one has to outlive until that has begun. */
    OneState beside() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
            row.next();
            return begin(source, entrance, Optional.of(row.getString(1)));
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(committing);
        }
    }
}
