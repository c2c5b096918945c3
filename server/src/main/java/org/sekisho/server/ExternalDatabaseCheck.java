package org.sekisho.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sekisho.server.ExternalDatabase.Credentials;

/** Asks a database that somebody else runs whether Sekisho can rest on it. Answers within seconds. */
final class ExternalDatabaseCheck {

    /** Membership counts as much as the attribute itself: a member can take the role on. */
    private static final String QUESTION =
            """
            select current_setting('server_version_num')::int,
                   current_setting('server_version'),
                   exists (select from pg_roles r where r.rolsuper and pg_has_role(current_user, r.oid, 'MEMBER')),
                   exists (select from pg_roles r where r.rolbypassrls and pg_has_role(current_user, r.oid, 'MEMBER')),
                   exists (select from pg_database d
                           where d.datname = current_database() and pg_has_role(current_user, d.datdba, 'MEMBER'))
                   or exists (select from pg_namespace n
                              where n.nspname = 'sekisho' and pg_has_role(current_user, n.nspowner, 'MEMBER'))
                   or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                              where n.nspname = 'sekisho' and pg_has_role(current_user, c.relowner, 'MEMBER'))
            """;

    private static final String VERSION =
            "select current_setting('server_version_num')::int, current_setting('server_version')";

    private static final int PER_MAJOR = 10_000;

    private ExternalDatabaseCheck() {}

    /** @throws StartRefusal with the first reason not to start */
    static void check(ExternalDatabase database) {
        Credentials application = database.application();
        try (Connection connection =
                        Connections.source(database.url(), application).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            requireRecent(row);
            if (row.getBoolean(3)) {
                throw new StartRefusal(StartError.ROLE_IS_SUPERUSER, application.user());
            }
            if (row.getBoolean(4)) {
                throw new StartRefusal(StartError.ROLE_BYPASSES_ROW_SECURITY, application.user());
            }
            if (row.getBoolean(5)) {
                throw new StartRefusal(StartError.ROLE_IS_OWNER, application.user());
            }
        } catch (SQLException failure) {
            throw refusal(failure, database.url(), application, "SEKISHO_DB_PASSWORD");
        }
    }

    /** @throws StartRefusal when the owner can't sign in, or the database is too old to be migrated */
    static void checkOwner(String url, Credentials owner) {
        try (Connection connection = Connections.source(url, owner).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(VERSION)) {
            row.next();
            requireRecent(row);
        } catch (SQLException failure) {
            throw refusal(failure, url, owner, "SEKISHO_DB_OWNER_PASSWORD");
        }
    }

    private static void requireRecent(ResultSet row) throws SQLException {
        if (!isRecent(row.getInt(1))) {
            throw new StartRefusal(StartError.DATABASE_TOO_OLD, row.getString(2));
        }
    }

    /** Older releases let row-level security be seen through (CVE-2025-8713). */
    static boolean isRecent(int version) {
        int patch = version % PER_MAJOR;
        return switch (version / PER_MAJOR) {
            case 15 -> patch >= 14;
            case 16 -> patch >= 10;
            case 17 -> patch >= 6;
            default -> version / PER_MAJOR >= 18;
        };
    }

    private static StartRefusal refusal(SQLException failure, String url, Credentials role, String variable) {
        DatabaseAddress address = DatabaseAddress.of(url);
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08")) {
            return new StartRefusal(failure, StartError.DATABASE_UNREACHABLE, address.host());
        }
        if (Connections.refuses(failure)) {
            return new StartRefusal(failure, StartError.DATABASE_SIGN_IN_REFUSED, variable, role.user());
        }
        if (state.equals(Connections.NO_SUCH_DATABASE)) {
            return new StartRefusal(failure, StartError.DATABASE_MISSING, address.database());
        }
        return new StartRefusal(failure, StartError.DATABASE_FAILED, OneLine.of(failure));
    }
}
