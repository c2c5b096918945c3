package org.sekisho.persistence.shared;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** The schema's history. Migrations go forward only and run as the role that owns the schema, never as the portal's. */
public final class Migrations {

    private static final String FOLDER = "db/migration";
    private static final String LOCATION = "classpath:" + FOLDER;
    private static final Pattern FILE = Pattern.compile("V(\\d+)__\\w+\\.sql");

    private Migrations() {}

    /** Brings the schema to the newest version; does nothing when it is there already. */
    public static void run(DataSource owner) {
        flyway(owner).migrate();
    }

    /** How the schema stands to this program. */
    public enum Standing {
        /** A migration that this program knows isn't in; perhaps none is. */
        OLDER,
        SAME,
        /** One is in that this program doesn't know. */
        NEWER
    }

    /** Compares what is in with what this program knows. Works with the portal's role, which may read the history. */
    public static Standing standing(DataSource source) {
        MigrationInfoService info = flyway(source).info();
        Set<String> known = known();
        boolean newer = Arrays.stream(info.applied())
                .map(MigrationInfo::getVersion)
                .anyMatch(version -> version != null && !known.contains(version.getVersion()));
        if (newer) {
            return Standing.NEWER;
        }
        return info.applied().length > 0 && info.pending().length == 0 ? Standing.SAME : Standing.OLDER;
    }

    /**
     * The versions of all migrations that this program knows, by the names of their files: {@code V202611230100__create_trail.sql}.
     * Flyway would tell the same, and ask the database a dozen questions for it, while a start waits.
     */
    static Set<String> known() {
        URL folder = Objects.requireNonNull(Migrations.class.getClassLoader().getResource(FOLDER), "no migrations");
        try {
            return versions(
                    folder.openConnection() instanceof JarURLConnection jar
                            ? names(jar)
                            : names(Path.of(folder.toURI())));
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("The migrations can't be listed", unreadable);
        }
    }

    private static Set<String> names(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(FOLDER + "/"))
                    .map(name -> name.substring(FOLDER.length() + 1))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static Set<String> versions(Set<String> names) {
        return names.stream()
                .map(FILE::matcher)
                .filter(Matcher::matches)
                .map(name -> name.group(1))
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
