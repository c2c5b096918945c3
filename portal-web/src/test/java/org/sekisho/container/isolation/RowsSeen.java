package org.sekisho.container.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.domain.party.signin.Tokens;

/** What the database shows and lets change under the portal's role, in a person's session, to queries without any filter. */
public final class RowsSeen {

    private static final String NOT_PERMITTED = "42501";
    /** A row that others refer to was about to go: the policy had let it. */
    private static final String CONSTRAINT = "23";

    private final List<String> tables = Database.texts(
            """
            select relname from pg_class c where c.relnamespace = 'sekisho'::regnamespace and c.relkind = 'r' and c.relrowsecurity
            order by relname
            """);

    /** The tables under row-level security. */
    public List<String> tables() {
        return tables;
    }

    /** The tables that show this person rows of somebody else's. */
    public List<String> of(Player player, Belongings others) {
        return in(player, session -> {
            List<String> leaks = new ArrayList<>();
            for (String table : tables) {
                Set<String> seen = rows(session, "select ctid::text from " + table);
                seen.retainAll(others.secret(table));
                if (!seen.isEmpty()) {
                    leaks.add(player.role() + " sees " + seen.size() + " of " + table);
                }
            }
            return leaks;
        });
    }

    /** The tables that show this person some of these rows. */
    public Set<String> open(Player player, Belongings belongings) {
        return in(player, session -> {
            Set<String> open = new LinkedHashSet<>();
            for (String table : tables) {
                Set<String> seen = rows(session, "select ctid::text from " + table);
                seen.retainAll(belongings.of(table));
                if (!seen.isEmpty()) {
                    open.add(table);
                }
            }
            return open;
        });
    }

    /** The tables in which this person can change, or take away, some of these rows. */
    public Set<String> changeable(Player player, Belongings belongings) {
        return in(player, session -> {
            Set<String> changeable = new LinkedHashSet<>();
            for (String table : belongings.tables()) {
                String these = " where ctid = any ('" + belongings.addresses(table) + "'::tid[]) returning ctid::text";
                Set<String> changed = rows(session, "delete from " + table + these);
                for (String column : columns(table)) {
                    changed.addAll(rows(session, "update " + table + " set " + column + " = " + column + these));
                }
                if (!changed.isEmpty()) {
                    changeable.add(table);
                }
            }
            return changeable;
        });
    }

    private static List<String> columns(String table) {
        return Database.texts(
                "select column_name from information_schema.columns where table_schema = 'sekisho' and table_name = ?",
                table);
    }

    /** Asks in the person's session, and takes back whatever was changed. */
    private static <T> T in(Player player, Asking<T> asking) {
        try (Connection session = Database.connect(Database.As.APPLICATION)) {
            session.setAutoCommit(false);
            boolean entered = !Database.texts(
                            session,
                            "select person_id::text from enter(?, clock_timestamp())",
                            Tokens.hash(player.token()))
                    .isEmpty();
            if (!entered) {
                throw new IllegalStateException("No session: " + player.email());
            }
            T answer = asking.ask(session);
            session.rollback();
            return answer;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The addresses of rows that a statement finds or changes; none where the role may not do this at all. */
    private static Set<String> rows(Connection session, String sql) throws SQLException {
        Savepoint before = session.setSavepoint();
        try {
            return new LinkedHashSet<>(Database.texts(session, sql));
        } catch (SQLException refused) {
            if (refused.getSQLState().startsWith(CONSTRAINT)) {
                return new LinkedHashSet<>(Set.of(sql));
            } else if (refused.getSQLState().equals(NOT_PERMITTED)) {
                return new LinkedHashSet<>();
            }
            throw new IllegalStateException(sql, refused);
        } finally {
            session.rollback(before);
        }
    }

    private interface Asking<T> {
        T ask(Connection session) throws SQLException;
    }
}
