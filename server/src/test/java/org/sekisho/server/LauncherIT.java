package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Starts the built jar as people do. One story on one data folder: each start builds on what the one before left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {

    private static final Path JAR = Path.of(System.getProperty("sekisho.jar", "target/sekisho.jar"));
    private static final String READY = "Sekisho is ready";

    @TempDir
    private static Path folder;

    private static int port;

    @BeforeAll
    static void chooseAPort() throws IOException {
        port = PortCheck.free();
    }

    @Test
    @Order(1)
    void theFirstStartMakesEverythingAndEndsInOrder() throws Exception {
        try (SekishoProcess sekisho = start().awaitLine(READY)) {
            SekishoProcess.awaitReady(port);
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data())));
            for (String role : new String[] {"postgres", "sekisho_owner", "sekisho_app"}) {
                Path secret = data().resolve("secrets/" + role + ".password");
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
            }
            assertDurable();
            assertEquals(403, status("/metrics"), "metrics are closed");
            assertEquals(200, status("/openapi"), "the interfaces are described");
            ProcessHandle portal = sekisho.portal();
            ProcessHandle database = sekisho.database();
            assertEquals(0, sekisho.terminate(), sekisho.output());
            assertFalse(portal.isAlive());
            assertFalse(database.isAlive());
            assertTrue(sekisho.output().contains("Sekisho has stopped."), sekisho.output());
            assertFalse(sekisho.output().contains("\tat "), "no stack trace: " + sekisho.output());
        }
        assertTrue(archives() > 0, "the first run leaves an archive of classes");
    }

    @Test
    @Order(2)
    void theSecondStartSharesClassesAndKeepsASecondSekishoOff() throws Exception {
        try (SekishoProcess sekisho = start().awaitLine(READY)) {
            String options =
                    String.join(" ", sekisho.portal().info().arguments().orElseThrow());
            assertTrue(options.contains("-XX:SharedArchiveFile="), options);

            try (SekishoProcess second = start()) {
                assertEquals(1, second.awaitEnd());
                assertTrue(second.output().contains("already running with the data in " + data()), second.output());
            }
            Path elsewhere = folder.resolve("elsewhere");
            try (SekishoProcess second = start(Map.of("SEKISHO_DATA", elsewhere.toString()))) {
                assertEquals(2, second.awaitEnd());
                assertTrue(second.output().contains("Port " + port + " of 127.0.0.1 is in use"), second.output());
                assertFalse(Files.exists(elsewhere), "nothing was begun");
            }
            ForbiddenRoles forbidden = new ForbiddenRoles(database(), JAR, external("sekisho", Map.of()));
            forbidden.assertEachEndsTheStart();
            forbidden.assertEveryWayToThemIsFound();
            OtherSchemas schemas = new OtherSchemas(database(), "another", JAR, external("another", Map.of()));
            schemas.assertTheSchemaIsAskedForUntilItIsThere();
            schemas.assertThatOfANewerVersionIsLeftAlone();
            assertOtherKeysAreRefused();

            ProcessHandle killed = sekisho.database();
            killed.destroyForcibly();
            SekishoProcess.await(
                    "the database is started again",
                    () -> !killed.isAlive() && database().answers());
            SekishoProcess.awaitReady(port);
            database()
                    .execute(
                            "sekisho",
                            "create table public.kept (word text)",
                            "insert into public.kept values ('acknowledged')",
                            "grant select on public.kept to sekisho_owner");

            ProcessHandle portal = sekisho.portal();
            ProcessHandle database = sekisho.database();
            sekisho.kill();
            SekishoProcess.await("the portal ends with its launcher", () -> !portal.isAlive());
            assertTrue(database.isAlive(), "the database is left over, which the next start must cope with");
        }
    }

    @Test
    @Order(3)
    void aStartAfterAKillRecoversAndABrokenArchiveIsIgnored() throws Exception {
        cutOffArchives();
        Map<String, String> behindAProxy = Map.of("SEKISHO_PUBLIC_URL", "https://portal.example");
        try (SekishoProcess sekisho = start(behindAProxy).awaitLine(READY)) {
            assertAddressesAndCookiesSuitAProxy();
            ReadinessAnswers answers = new ReadinessAnswers(port, database());
            answers.assertAClockThatIsWrongIsTold();
            answers.assertAMigrationThatIsMissingIsTold();
            try (Connection connection = database().owner();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select word from public.kept")) {
                assertTrue(row.next());
                assertEquals("acknowledged", row.getString(1));
            }
            assertEquals(0, sekisho.terminate(), sekisho.output());
        }
        assertTrue(archives() > 0, "the broken archive is replaced");
    }

    @Test
    @Order(4)
    void aPortalThatCannotBeDeployedEndsTheStartWithItsReason() throws Exception {
        Path jar = BrokenPortal.of(JAR, folder.resolve("broken.jar"));
        try (SekishoProcess sekisho = SekishoProcess.start(jar, variables(Map.of()))) {
            assertEquals(1, sekisho.awaitEnd());
            assertTrue(sekisho.output().contains("The portal could not be started: "), sekisho.output());
            assertTrue(sekisho.output().contains(BrokenPortal.REASON), sekisho.output());
            assertFalse(sekisho.output().contains(READY));
        }
        assertFalse(database().answers(), "the database is stopped too");
    }

    /** It is opened beside the deployment, which may be over when it fails. */
    @Test
    @Order(5)
    void aPersistenceUnitThatCannotBeOpenedEndsTheStartWithItsReason() throws Exception {
        Path jar = BrokenUnit.of(JAR, folder.resolve("broken.jar"));
        Deadline soon = Deadline.in(Duration.ofMinutes(5));
        try (SekishoProcess sekisho = SekishoProcess.start(jar, variables(Map.of()))) {
            assertEquals(1, sekisho.awaitEnd());
            assertFalse(soon.isOver(), "no longer than a start takes that unpacks the portal, on a busy machine");
            assertTrue(
                    sekisho.output().contains("The portal could not be started: " + BrokenUnit.REASON),
                    sekisho.output());
            assertFalse(sekisho.output().contains(READY));
        }
        assertFalse(database().answers(), "the database is stopped too");
    }

    @Test
    @Order(6)
    void aPortalThatFailsForWhatIsDoneAheadIsStartedWithoutIt() throws Exception {
        Path jar = BrokenAhead.of(JAR, folder.resolve("broken.jar"));
        try (SekishoProcess sekisho =
                SekishoProcess.start(jar, variables(Map.of())).awaitLine(READY)) {
            SekishoProcess.awaitReady(port);
            assertTrue(
                    Files.readString(data().resolve("logs/portal.0.log")).contains(BrokenAhead.REASON),
                    "the first one failed");
            assertEquals(0, sekisho.terminate(), sekisho.output());
        }
    }

    /** The debugger stands for the agents of monitoring systems, with which Java refuses to record classes. */
    @Test
    @Order(7)
    void anAgentOfJavaCostsTheFastStartAndNothingElse() throws Exception {
        cutOffArchives();
        Map<String, String> debugged = Map.of(
                "JAVA_TOOL_OPTIONS", "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0");
        try (SekishoProcess sekisho = start(debugged).awaitLine(READY)) {
            assertEquals(0, sekisho.terminate(), sekisho.output());
        }
        assertEquals(0, archives());
    }

    @Test
    @Order(8)
    void aWrongSettingEndsTheStartAtOnce() throws Exception {
        Deadline second = Deadline.in(Duration.ofSeconds(5));
        try (SekishoProcess sekisho = start(Map.of("SEKISHO_PORT", "none"))) {
            assertEquals(2, sekisho.awaitEnd());
            assertFalse(second.isOver(), "takes a fraction of a second, more on a busy machine");
            assertEquals("SEKISHO_PORT must be a number from 1 to 65535, not “none”.", sekisho.output());
        }
    }

    /** A folder that can't be made, since a file stands where one above it would be. */
    @Test
    @Order(9)
    void aFolderThatCannotBeMadeEndsTheStartAtOnce() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        for (String variable : List.of("SEKISHO_DATA", "SEKISHO_KEYS", "SEKISHO_CONTENT")) {
            Path beneath = file.resolve(variable);
            RefusedStart.assertRefused(
                    JAR,
                    variables(Map.of(variable, beneath.toString())),
                    2,
                    variable + " names the folder " + beneath + ", in which this user cannot write.");
        }
    }

    @Test
    @Order(10)
    void aFolderThatCanOnlyBeReadEndsTheStartAtOnce() throws Exception {
        Path read = Files.createDirectory(folder.resolve("read"));
        assumeTrue(ReadOnlyFolder.isPossible(read), "This machine doesn't let a process mount anything");
        for (String variable : List.of("SEKISHO_KEYS", "SEKISHO_CONTENT")) {
            RefusedStart.assertRefusedBy(
                    ReadOnlyFolder.at(read),
                    JAR,
                    variables(Map.of(variable, read.toString())),
                    2,
                    variable + " names the folder " + read + ", in which this user cannot write.");
        }
    }

    /** The mark of a demo, as it stands in a database that holds one, or a part of one. */
    @Test
    @Order(11)
    void aDatabaseOfTheDemoOpensOnlyAsSuchAndOnlyWhole() throws Exception {
        try (SekishoProcess sekisho = start().awaitLine(READY)) {
            database()
                    .execute(
                            "sekisho",
                            "insert into sekisho.clock_setting (singleton, offset_seconds, loaded) values (true, 0, false)");
            assertEquals(0, sekisho.terminate(), sekisho.output());
        }
        try (SekishoProcess sekisho = start()) {
            assertEquals(2, sekisho.awaitEnd(), sekisho.output());
            assertTrue(sekisho.output().contains("The database holds the demo"), sekisho.output());
        }
        try (SekishoProcess sekisho = start(Map.of("SEKISHO_DEMO", "true"))) {
            assertEquals(1, sekisho.awaitEnd(), sekisho.output());
            assertTrue(sekisho.output().contains("Loading the demo into this database"), sekisho.output());
        }
    }

    /** The server itself is spoken to by plain HTTP, and nobody may be sent there. */
    private static void assertAddressesAndCookiesSuitAProxy() throws IOException {
        assertEquals("/sign-in?then=%2Fhome", open("/home").getHeaderField("Location"));
        List<String> cookies = open("/sign-in").getHeaderFields().getOrDefault("Set-Cookie", List.of());
        assertFalse(cookies.isEmpty());
        for (String cookie : cookies) {
            assertTrue(cookie.contains("; Secure") && cookie.contains("; HttpOnly"), cookie);
            assertTrue(cookie.toLowerCase(Locale.ROOT).contains("; samesite=lax"), cookie);
        }
    }

    /** The database that was migrated last, as if it had been written with keys which this node hasn't. */
    private static void assertOtherKeysAreRefused() throws Exception {
        database()
                .execute(
                        "another",
                        """
                    insert into sekisho.organisation (id, version, short_name, name_en, name_ja, kind, state, created_at)
                    values ('0d5e3b1c-0000-7000-8000-000000000001', 0, 'bank', 'Bank', '銀行', 'INSTITUTION', 'ACTIVE', timestamptz '2026-05-14 00:00Z');
                    insert into sekisho.vault_key (organisation_id, key_version, fingerprint)
                    values ('0d5e3b1c-0000-7000-8000-000000000001', 1, repeat('0', 64))
                    """);
        Map<String, String> application =
                external("another", Map.of("SEKISHO_DB_PASSWORD", database().password("sekisho_app")));
        Deadline soon = Deadline.in(Duration.ofMinutes(5));
        try (SekishoProcess sekisho = SekishoProcess.start(JAR, application)) {
            assertEquals(2, sekisho.awaitEnd(), sekisho.output());
            assertTrue(
                    sekisho.output().contains("are not those that this database was written with"), sekisho.output());
            assertFalse(
                    soon.isOver(),
                    "no longer than a start takes, the first of this folder on a busy machine, and not as long as a portal is waited for");
        }
    }

    private static void assertDurable() throws SQLException, IOException {
        try (Connection connection = database().owner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'),
                               current_setting('listen_addresses'), datlocale
                        from pg_database where datname = current_database()
                        """)) {
            row.next();
            assertEquals("on", row.getString(1));
            assertEquals("on", row.getString(2));
            assertEquals("on", row.getString(3));
            assertEquals("127.0.0.1", row.getString(4));
            assertEquals("C.UTF-8", row.getString(5));
        }
    }

    private static SekishoProcess start() throws IOException {
        return start(Map.of());
    }

    private static SekishoProcess start(Map<String, String> variables) throws IOException {
        return SekishoProcess.start(JAR, variables(variables));
    }

    private static Map<String, String> variables(Map<String, String> more) {
        Map<String, String> variables =
                new HashMap<>(Map.of("SEKISHO_DATA", data().toString(), "SEKISHO_PORT", Integer.toString(port)));
        variables.putAll(more);
        return variables;
    }

    private static Map<String, String> external(String database, Map<String, String> more) throws IOException {
        Map<String, String> variables = variables(more);
        variables.put("SEKISHO_DATA", folder.resolve("external").toString());
        variables.put("SEKISHO_PORT", Integer.toString(PortCheck.free()));
        variables.put("SEKISHO_DB_URL", database().url(database));
        return variables;
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static RunningDatabase database() {
        return new RunningDatabase(data());
    }

    private static int status(String path) throws IOException {
        return open(path).getResponseCode();
    }

    private static HttpURLConnection open(String path) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        return connection;
    }

    private static long archives() throws IOException {
        try (Stream<Path> files = Files.list(data().resolve("runtime"))) {
            return files.filter(file -> file.toString().endsWith(".jsa")).count();
        }
    }

    private static void cutOffArchives() throws IOException {
        try (Stream<Path> files = Files.list(data().resolve("runtime"))) {
            for (Path archive :
                    files.filter(file -> file.toString().endsWith(".jsa")).toList()) {
                PrivateFiles.mode(archive, false);
                try (FileChannel content = FileChannel.open(archive, StandardOpenOption.WRITE)) {
                    content.truncate(content.size() / 2);
                }
            }
        }
    }
}
