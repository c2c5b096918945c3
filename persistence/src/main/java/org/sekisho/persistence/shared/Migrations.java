package org.sekisho.persistence.shared;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;

/** The schema's history. Migrations go forward only and run as the role that owns the schema, never as the portal's. */
public final class Migrations {

    private static final String LOCATION = "classpath:db/migration";

    private Migrations() {}

    /** Brings the schema to the newest version; does nothing when it is there already. */
    public static void run(DataSource owner) {
        flyway(owner).migrate();
    }

    /**
     * Whether every migration this program knows is in. Works with the portal's role, which may read the history.
     *
     * @return false also when there is no history at all
     */
    public static boolean areIn(DataSource application) {
        MigrationInfoService info = flyway(application).info();
        return info.applied().length > 0 && info.pending().length == 0;
    }

    /** The versions of all migrations that this program knows. */
    public static Set<String> known(DataSource application) {
        return Arrays.stream(flyway(application).info().all())
                .filter(each -> each.getState().isResolved() && each.getVersion() != null)
                .map(each -> each.getVersion().getVersion())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Flyway flyway(DataSource source) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations(LOCATION)
                .defaultSchema("sekisho")
                .schemas("sekisho")
                .createSchemas(true)
                .table("schema_history")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .communityDBSupportEnabled(false)
                .load();
    }
}
