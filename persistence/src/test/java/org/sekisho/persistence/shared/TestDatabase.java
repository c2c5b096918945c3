package org.sekisho.persistence.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with the roles and migrations of the product, one for all tests of a run. */
public final class TestDatabase {

    private static final TestDatabase ONLY = new TestDatabase();

    private static final AtomicInteger AGREEMENTS = new AtomicInteger(100_000);

    private final EmbeddedPostgres postgres;

    /** Whether there is a database with the migrations to copy. */
    private boolean blank;

    private TestDatabase() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setServerConfig("max_connections", "100");
            if (Boolean.getBoolean("test.database.durable")) {
                // As the product has it; tests alone don't wait for disks.
                List.of("fsync", "synchronous_commit", "full_page_writes")
                        .forEach(setting -> builder.setServerConfig(setting, "on"));
            }
            if (Boolean.getBoolean("test.database.counts")) {
                // Which statements arrive, and how often.
                builder.setServerConfig("shared_preload_libraries", "pg_stat_statements");
            }
            Integer port = Integer.getInteger("test.database.port");
            if (port != null) {
                builder.setPort(port);
            }
            postgres = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(resource("/db/roles.sql"));
                statement.execute("create database sekisho owner sekisho_owner");
            }
            Migrations.run(as("sekisho_owner"));
        } catch (IOException | SQLException broken) {
            throw new IllegalStateException("The test database didn't start", broken);
        }
    }

    public static TestDatabase get() {
        return ONLY;
    }

    /** A number of an agreement that no other test has. */
    public static String agreementNumber() {
        return "AGR-2026-" + AGREEMENTS.getAndIncrement();
    }

    /** Connections of the portal's role, bound by row-level security. */
    public DataSource application() {
        return as("sekisho_app");
    }

    /** The superuser, whom nothing binds. */
    public DataSource administrator() {
        return as("postgres");
    }

    /** Connections of the role that owns the schema and migrates. */
    public DataSource owner() {
        return as("sekisho_owner");
    }

    /** A database of its own, with the migrations, for a test that needs the whole of one. */
    public Databases another(String name) {
        synchronized (postgres) {
            if (!blank) {
                create("blank", "template0");
                Migrations.run(as("sekisho_owner", "blank"));
                blank = true;
            }
            create(name, "blank");
        }
        return new Databases(as("sekisho_app", name), as("sekisho_owner", name), as("postgres", name));
    }

    private void create(String name, String template) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner sekisho_owner template " + template);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** One database, as the portal's role, as the owner of the schema, and as the server's administrator. */
    public record Databases(DataSource application, DataSource owner, DataSource administrator) {}

    public int port() {
        return postgres.getPort();
    }

    private DataSource as(String role) {
        return as(role, "sekisho");
    }

    private DataSource as(String role, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database + "?currentSchema=sekisho");
        source.setUser(role);
        return source;
    }

    private void stop() {
        try {
            postgres.close();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(TestDatabase.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
