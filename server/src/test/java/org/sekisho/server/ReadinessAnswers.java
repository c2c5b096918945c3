package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a running portal answers to the question whether it is well, while something about its database isn't. */
final class ReadinessAnswers {

    private static final int READY = 200;
    private static final int NOT_READY = 503;

    private static final Pattern CHECK =
            Pattern.compile("\"(database|migrations|clock|installation)\"\\s*:\\s*\"?(true|false)");

    /** The database's clock, which nothing but readiness asks: SQL in place of what the server has built in. */
    private static final String CLOCK = "create or replace function pg_catalog.clock_timestamp() returns timestamptz ";

    private static final String SOUND = CLOCK + "language internal volatile strict parallel safe as 'clock_timestamp'";

    private static final String LAST = "version = (select max(version) from sekisho.schema_history)";

    private final URI question;
    private final RunningDatabase database;

    ReadinessAnswers(int port, RunningDatabase database) {
        this.question = URI.create("http://127.0.0.1:" + port + "/health/ready");
        this.database = database;
    }

    /** Clocks may be two seconds apart, either way. */
    void assertAClockThatIsWrongIsTold() throws IOException, SQLException, InterruptedException {
        awaitReady();
        try {
            for (int seconds : new int[] {4, -4}) {
                setClock(seconds);
                awaitNotReady("clock");
            }
            setClock(1);
            awaitReady();
            setClock(-4);
            awaitNotReady("clock");
        } finally {
            replaceClock(SOUND);
        }
        awaitReady();
    }

    /** A migration of which the history says that it failed, or nothing; one more than is known does no harm to a portal that runs. */
    void assertAMigrationThatIsMissingIsTold() throws IOException, SQLException, InterruptedException {
        database.execute("sekisho", "update sekisho.schema_history set success = false where " + LAST);
        awaitNotReady("migrations");
        database.execute("sekisho", "update sekisho.schema_history set success = true where " + LAST);
        awaitReady();
        database.execute(
                "sekisho",
                "create table public.put_aside as select * from sekisho.schema_history where " + LAST,
                "delete from sekisho.schema_history where " + LAST);
        awaitNotReady("migrations");
        database.execute(
                "sekisho",
                "insert into sekisho.schema_history select * from public.put_aside",
                "drop table public.put_aside",
                OtherSchemas.MIGRATION_OF_A_NEWER_VERSION);
        awaitReady();
        database.execute("sekisho", OtherSchemas.NEWER_VERSION_UNDONE);
    }

    private void setClock(int seconds) throws IOException, SQLException {
        replaceClock(CLOCK + "language sql volatile as $$ select statement_timestamp() + interval '" + seconds
                + " seconds' $$");
    }

    /** Connections that are open have a plan with the function as it was. */
    private void replaceClock(String statement) throws IOException, SQLException {
        database.execute(
                "sekisho",
                statement,
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sekisho_app'");
    }

    private void awaitReady() throws IOException, InterruptedException {
        await(READY, Map.of("database", "true", "migrations", "true", "clock", "true", "installation", "true"));
    }

    /** All but this one are well, so that it is what the answer comes from. */
    private void awaitNotReady(String check) throws IOException, InterruptedException {
        Map<String, String> checks = new TreeMap<>(
                Map.of("database", "true", "migrations", "true", "clock", "true", "installation", "true"));
        checks.put(check, "false");
        await(NOT_READY, checks);
    }

    private void await(int status, Map<String, String> checks) throws IOException, InterruptedException {
        String last = "";
        Deadline deadline = Deadline.in(SekishoProcess.LIMIT);
        while (!deadline.isOver()) {
            HttpURLConnection connection = (HttpURLConnection) question.toURL().openConnection();
            int answered = connection.getResponseCode();
            try (InputStream body = answered == READY ? connection.getInputStream() : connection.getErrorStream()) {
                last = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
            if (checks.equals(checks(last))) {
                assertEquals(status, answered, last);
                return;
            }
        }
        fail("Never answered " + checks + ", but " + last);
    }

    private static Map<String, String> checks(String answer) {
        Map<String, String> found = new TreeMap<>();
        Matcher check = CHECK.matcher(answer);
        while (check.find()) {
            found.put(check.group(1), check.group(2));
        }
        return found;
    }
}
