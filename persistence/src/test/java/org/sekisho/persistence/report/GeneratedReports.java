package org.sekisho.persistence.report;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.persistence.shared.Migrations;
import org.sekisho.persistence.shared.TestDatabase;

/**
 * Any number of reports of {@value #INSTITUTIONS} institutions, written by the database itself; an authority reads those of all. One in five
 * waits for a decision, half of them for the institution's and half for the authority's.
 */
final class GeneratedReports {

    /**
     * The least number of organisations that is reported of such a working group, and so the fullest institutions: with 10,000 reports, which is
     * a month's worth, a reviewer has 28 of 278 waiting, and a page is full.
     */
    private static final int INSTITUTIONS = 36;

    /** One that has as many reports waiting as there are on the average. */
    private static final int MIDDLING = 6;

    private static final long PART = 100_000;

    private static final String GROUND =
            """
            create or replace function made_id(sort int, n bigint) returns uuid language sql immutable as
                $$ select (lpad(to_hex(n), 12, '0') || '7' || lpad(to_hex(sort), 3, '0') || '8000' || lpad(to_hex(n), 12, '0'))::uuid $$;
            create or replace function made_share(n bigint, salt int) returns double precision language sql immutable as
                $$ select (hashint8extended(n, salt) & 1048575) / 1048576.0 $$;
            insert into organisation (id, version, short_name, name_en, name_ja, kind, state, created_at)
            select made_id(10, n), 0, 'made-' || n, 'Bank ' || n, '銀行' || n, case n - :institutions when 0 then 'AUTHORITY' when 1 then 'SECRETARIAT' else 'INSTITUTION' end, 'ACTIVE',
                timestamptz '2025-01-01 00:00Z' from generate_series(0, :institutions + 1) as n;
            insert into person (id, version, email, name_en, name_ja, language, home_organisation_id, state, state_reason, state_changed_by,
                state_changed_at, created_at)
            select made_id(12, n), 0, 'made-' || n || '@bank.example', 'Person ' || n, '人' || n, 'EN', made_id(10, n / 10), 'ACTIVE', '', 'x',
                timestamptz '2025-01-01 00:00Z', timestamptz '2025-01-01 00:00Z' from generate_series(0, :institutions * 10 + 19) as n;
            insert into affiliation (id, person_id, organisation_id, kind, first_day)
            select made_id(14, n), made_id(12, n), made_id(10, n / 10), 'HOME', date '2025-01-01' from generate_series(0, :institutions * 10 + 19) as n;
            insert into role_assignment (id, version, person_id, role, organisation_id, state, founding, reason, requested_by_own_administrator,
                requested_at, effective_at, closed_reason)
            select made_id(15, n), 0, made_id(12, n), 'SECURITY_REVIEWER', made_id(10, n / 10), 'IN_EFFECT', true, '', false,
                timestamptz '2025-01-01 00:00Z', timestamptz '2025-01-01 00:00Z', '' from generate_series(9, :institutions * 10 + 19, 10) as n;
            insert into agreement (id, version, number, title_en, title_ja, state, drafted_by_person_id, drafted_at, end_reason)
            select made_id(11, n), 0, 'AGR-2025-' || lpad(n::text, 4, '0'), 'T', 'T', 'IN_FORCE', made_id(12, :institutions * 10), timestamptz '2025-01-01 00:00Z', ''
            from generate_series(0, :institutions - 1) as n;
            insert into designation (id, version, organisation_id, document, first_day, last_day, recorded_by, recorded_at)
            values (made_id(16, 0), 0, made_id(10, :institutions), 'Test', date '2025-01-01', date '2035-12-31', 'x',
                timestamptz '2025-01-01 00:00Z');
            """;

    private final String database;
    private final long made;

    /** In a database of their own, by its name. */
    GeneratedReports(String database, long count) throws SQLException {
        this.database = database;
        made = count;
        try (Connection server = source("postgres", "postgres").getConnection();
                Statement statement = server.createStatement()) {
            statement.execute("create database " + database + " owner sekisho_owner");
        }
        Migrations.run(source(database, "sekisho_owner"));
        run(GROUND);
        String sql = resource("generate_reports.sql");
        // In parts, so that what a part keeps in memory stays small.
        for (long from = 0; from < count; from += PART) {
            run(sql.replace(":from", String.valueOf(from))
                    .replace(":to", String.valueOf(Math.min(count, from + PART) - 1)));
        }
        // As autovacuum would have by and by.
        try (Connection connection = source(database, "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    /** As the superuser, whom nothing binds. */
    Connection superuser() throws SQLException {
        return source(database, "postgres").getConnection();
    }

    /** As the application's role. */
    EntityManager open() {
        return TestUnit.open(database);
    }

    /** A security reviewer of an institution. */
    static Actor reviewer() {
        return person(12, MIDDLING * 10 + 9, MIDDLING, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER);
    }

    /** A reviewer of the authority. */
    static Actor official() {
        return person(12, INSTITUTIONS * 10 + 2, INSTITUTIONS, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER);
    }

    /** A coordinator, who sees where every report stands. */
    static Actor coordinator() {
        return person(12, INSTITUTIONS * 10 + 13, INSTITUTIONS + 1, OrganisationKind.SECRETARIAT, Role.COORDINATOR);
    }

    private static Actor person(int sort, long number, long organisation, OrganisationKind kind, Role role) {
        UUID home = id(10, organisation);
        return Actor.person(id(sort, number), home, kind, Set.of(home), Set.of(role));
    }

    /** A report of the reviewer's institution, among those that there are. */
    UUID report(long which) {
        return id(1, Math.floorMod(which, made / INSTITUTIONS) * INSTITUTIONS + MIDDLING);
    }

    static UUID id(int sort, long number) {
        return new UUID(number << 16 | 0x7000L | sort, 0x8000L << 48 | number);
    }

    /** What sign-in would set for the actor. */
    static void enter(Connection connection, Actor actor) throws SQLException {
        boolean coordinates = actor.holds(Role.COORDINATOR);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('sekisho.day', '2026-11-27', true), set_config('sekisho.actor', '"
                    + actor.name()
                    + "', true), set_config('sekisho.person', '"
                    + actor.requirePerson() + "', true), set_config('sekisho.organisation', '"
                    + actor.organisation().orElseThrow() + "', true), set_config('sekisho.reach', '"
                    + (coordinates ? "agreements,engagements" : "") + "', true), set_config('sekisho.agreements', "
                    + (actor.isOf(OrganisationKind.AUTHORITY)
                            ? "(select array_agg(made_id(11, n))::text from generate_series(0, " + (INSTITUTIONS - 1)
                                    + ") as n)"
                            : "'{" + id(11, MIDDLING) + "}'")
                    + ", true)");
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = source(database, "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            connection.setAutoCommit(false);
            statement.execute(sql.replace(":institutions", String.valueOf(INSTITUTIONS)));
            connection.commit();
        }
    }

    private static DataSource source(String database, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(
                "jdbc:postgresql://127.0.0.1:" + TestDatabase.get().port() + "/" + database + "?currentSchema=sekisho");
        source.setUser(user);
        return source;
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(GeneratedReports.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
