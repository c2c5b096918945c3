package org.sekisho.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.sekisho.persistence.shared.Migrations;
import org.sekisho.persistence.shared.Migrations.Standing;
import org.sekisho.server.ExternalDatabase.Credentials;

/**
 * Brings the schema to this program's version, or finds out that somebody has. After a migration the database keeps a mark of the
 * scripts it has seen, in its own comment: a backup takes the mark along, and a start that finds its own mark needs no Flyway.
 */
final class Schema {

    private static final String MARK = "Sekisho ";
    private static final String QUESTION =
            "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()";

    private final String mark;

    /** @param payload this program, whose scripts count */
    Schema(Payload payload) throws IOException {
        CRC32 sum = new CRC32();
        for (String prefix : new String[] {"db/", "org/sekisho/server/database.sql"}) {
            for (String name : payload.names(prefix)) {
                sum.update((name + payload.fingerprint(name)).getBytes(StandardCharsets.UTF_8));
            }
        }
        mark = MARK + Version.sekisho() + " " + Long.toHexString(sum.getValue());
    }

    /** Whether exactly this program's scripts were the last to run here. */
    boolean isCurrent(String url, Credentials owner) {
        try (Connection connection = Connections.source(url, owner).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            return row.next() && mark.equals(row.getString(1));
        } catch (SQLException unreadable) {
            Log.info("The schema's mark is unreadable: " + OneLine.of(unreadable));
            return false;
        }
    }

    /**
     * Several nodes may do this at once: Flyway holds a lock in the database.
     *
     * @throws StartRefusal when it fails, or a newer program's migrations are in, whose schema this one wasn't written for
     */
    void migrate(String url, Credentials owner, Folders folders) {
        DataSource source = Connections.source(url, owner);
        try {
            refuseNewer(Migrations.standing(source));
            Migrations.run(source);
        } catch (FlywayException failure) {
            throw new StartRefusal(
                    failure,
                    StartError.MIGRATION_FAILED,
                    OneLine.of(failure),
                    folders.launcherLog().toString());
        }
        leaveMark(source);
    }

    /** @throws StartRefusal when a migration that this program knows isn't in, or one that it doesn't know is */
    static void require(String url, Credentials application) {
        Standing standing;
        try {
            standing = Migrations.standing(Connections.source(url, application));
        } catch (FlywayException unreadable) {
            throw new StartRefusal(unreadable, StartError.MIGRATIONS_MISSING);
        }
        refuseNewer(standing);
        if (standing == Standing.OLDER) {
            throw new StartRefusal(StartError.MIGRATIONS_MISSING);
        }
    }

    private static void refuseNewer(Standing standing) {
        if (standing == Standing.NEWER) {
            throw new StartRefusal(StartError.SCHEMA_NEWER);
        }
    }

    private void leaveMark(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin execute format('comment on database %I is %L', current_database(), '" + mark
                    + "'); end $$");
        } catch (SQLException notTheOwner) {
            Log.info("The schema's mark could not be left: " + OneLine.of(notTheOwner));
        }
    }
}
