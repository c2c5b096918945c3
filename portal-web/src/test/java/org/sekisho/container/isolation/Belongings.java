package org.sekisho.container.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;

/**
 * The rows that are a bank's: its own, its people's, its agreements', and whatever refers to one of these, however far. They are
 * found along foreign keys, so that a new table is looked at too.
 */
public final class Belongings {

    /** Everyone may know which organisations there are and who is designated; fingerprints of keys tell nothing. */
    private static final Set<String> KNOWN_TO_EVERYONE = Set.of("organisation", "designation", "vault_key");
    /** To what rows refer without becoming somebody's: these begin the search. */
    private static final Set<String> ROOTS = Set.of("organisation", "person", "agreement");

    private final Map<String, Set<String>> rows = new LinkedHashMap<>();

    /** Whatever is this bank's. */
    public static Belongings of(Bank bank) {
        Belongings found = new Belongings();
        try (Connection connection = Database.connect(Database.As.OWNER)) {
            found.search(connection, bank.organisation());
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return found;
    }

    private void search(Connection connection, UUID organisation) throws SQLException {
        keep(connection, "organisation", "select ctid::text from organisation where id = '" + organisation + "'");
        keep(connection, "person", "select ctid::text from person where home_organisation_id = '" + organisation + "'");
        keep(
                connection,
                "agreement",
                "select a.ctid::text from agreement a where exists (select from agreement_party p where p.agreement_id = a.id "
                        + "and p.organisation_id = '" + organisation + "')");
        List<String> keys = Database.texts(
                connection,
                """
                select concat_ws(' ', c.conrelid::regclass, a.attname, c.confrelid::regclass, b.attname)
                from pg_constraint c
                    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                    join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
                where c.contype = 'f' and c.connamespace = 'sekisho'::regnamespace and array_length(c.conkey, 1) = 1
                """);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (String key : keys) {
                String[] parts = key.split(" ");
                if (!ROOTS.contains(parts[0]) && rows.containsKey(parts[2])) {
                    grown |= keep(
                            connection,
                            parts[0],
                            "select t.ctid::text from " + parts[0] + " t join " + parts[2] + " o on o." + parts[3]
                                    + " = t." + parts[1] + " where o.ctid = any ('" + addresses(parts[2])
                                    + "'::tid[])");
                }
            }
        }
    }

    private boolean keep(Connection connection, String table, String sql) throws SQLException {
        return rows.computeIfAbsent(table, any -> new LinkedHashSet<>()).addAll(Database.texts(connection, sql));
    }

    /** The rows of a table as an array of their addresses. */
    String addresses(String table) {
        return of(table).stream().map(each -> '"' + each + '"').collect(Collectors.joining(",", "{", "}"));
    }

    /** The rows of a table that nobody else may see, as the database addresses them. */
    Set<String> secret(String table) {
        return KNOWN_TO_EVERYONE.contains(table) ? Set.of() : of(table);
    }

    /** The rows of a table. */
    Set<String> of(String table) {
        return rows.getOrDefault(table, Set.of());
    }

    /** The tables in which something is the bank's. */
    public Set<String> tables() {
        Set<String> tables = new LinkedHashSet<>(rows.keySet());
        tables.removeIf(each -> rows.getOrDefault(each, Set.of()).isEmpty());
        return tables;
    }

    /** The identifiers of rows that nobody else may know, by table. */
    Map<String, List<String>> identifiers() {
        Map<String, List<String>> identifiers = new LinkedHashMap<>();
        try (Connection connection = Database.connect(Database.As.OWNER)) {
            for (String table : rows.keySet()) {
                boolean named = !Database.texts(
                                connection,
                                "select 'yes' from information_schema.columns where table_schema = 'sekisho' and column_name = 'id' "
                                        + "and data_type = 'uuid' and table_name = ?",
                                table)
                        .isEmpty();
                if (named && !KNOWN_TO_EVERYONE.contains(table)) {
                    identifiers.put(
                            table,
                            Database.texts(
                                    connection,
                                    "select id::text from " + table + " where ctid = any ('" + addresses(table)
                                            + "'::tid[]) order by id"));
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return identifiers;
    }
}
