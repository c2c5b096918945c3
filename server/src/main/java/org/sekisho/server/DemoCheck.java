package org.sekisho.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sekisho.server.ExternalDatabase.Credentials;

/** Keeps the demo and real use apart: each opens only its own database, and nobody opens a demo that is there only in part. */
final class DemoCheck {

    private static final String LOADED = "select loaded from sekisho.clock_setting";
    private static final String AS_INSTALLER = "select sekisho.enter_system('installer')";
    private static final String PEOPLE = "select exists (select from sekisho.person)";

    private DemoCheck() {}

    /**
     * Asks the database, whose migrations are in.
     *
     * @param demo whether the demo regime is on
     * @throws StartRefusal when the database is one that this start may not open
     */
    static void check(String url, Credentials application, boolean demo) {
        try (Connection connection = Connections.source(url, application).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Optional<StartError> against = against(statement, demo);
            if (against.isPresent()) {
                throw new StartRefusal(against.get());
            }
        } catch (SQLException failure) {
            throw new StartRefusal(failure, StartError.DATABASE_FAILED, OneLine.of(failure));
        }
    }

    private static Optional<StartError> against(Statement statement, boolean demo) throws SQLException {
        Optional<Boolean> loaded = flag(statement, LOADED);
        if (loaded.isPresent()) {
            return judge(demo, true, loaded.get(), true);
        }
        statement.execute(AS_INSTALLER);
        return judge(demo, false, false, flag(statement, PEOPLE).orElse(true));
    }

    /**
     * What stands against a start.
     *
     * @param demo whether the demo regime is on
     * @param marked whether the database was taken for the demo
     * @param loaded whether the demo is in it, whole
     * @param peopled whether anybody has an account in it
     */
    static Optional<StartError> judge(boolean demo, boolean marked, boolean loaded, boolean peopled) {
        if (marked && !demo) {
            return Optional.of(StartError.DEMO_DATABASE);
        }
        if (marked && !loaded) {
            return Optional.of(StartError.DEMO_INCOMPLETE);
        }
        return demo && !marked && peopled ? Optional.of(StartError.DEMO_NEEDS_EMPTY) : Optional.empty();
    }

    private static Optional<Boolean> flag(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
        }
    }
}
