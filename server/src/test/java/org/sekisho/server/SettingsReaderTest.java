package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.server.ExternalDatabase.Credentials;

class SettingsReaderTest {

    private static final Path HOME = Path.of("/home/hana");
    private static final String DATABASE = "jdbc:postgresql://db.example:5433/sekisho";

    @TempDir
    private Path folder;

    @Test
    void nothingNeedsToBeSet() {
        Settings settings = read(Map.of());
        assertEquals("127.0.0.1", settings.listenAddress());
        assertEquals(8080, settings.port());
        assertEquals(URI.create("http://localhost:8080"), settings.publicUrl());
        assertEquals(List.of(), settings.trustedProxies());
        assertEquals(settings.data().resolve("keys"), settings.keys());
        assertEquals(settings.data().resolve("content"), settings.content());
        assertEquals(Optional.empty(), settings.database());
        assertFalse(settings.demo());
        assertEquals(Optional.empty(), settings.timeStamps());
        assertEquals(Optional.empty(), settings.mail());
    }

    @Test
    void anEmptyValueCountsAsNotSet() {
        Settings settings = read(Map.of("SEKISHO_PORT", "", "SEKISHO_DB_URL", " ", "SEKISHO_DEMO", ""));
        assertEquals(8080, settings.port());
        assertEquals(Optional.empty(), settings.database());
        assertFalse(settings.demo());
    }

    @Test
    void everyVariableIsRead() {
        Settings settings = read(Map.ofEntries(
                Map.entry("SEKISHO_ADDRESS", "::1"),
                Map.entry("SEKISHO_PORT", "9443"),
                Map.entry("SEKISHO_PUBLIC_URL", "HTTPS://portal.example/"),
                Map.entry("SEKISHO_TRUSTED_PROXIES", "10.0.0.0/8, 192.168.1.7,fd00::/8"),
                Map.entry("SEKISHO_DATA", folder.resolve("data").toString()),
                Map.entry("SEKISHO_KEYS", folder.resolve("keys").toString()),
                Map.entry("SEKISHO_CONTENT", folder.resolve("content").toString()),
                Map.entry("SEKISHO_DB_URL", DATABASE + "?sslmode=verify-full"),
                Map.entry("SEKISHO_DB_USER", "portal"),
                Map.entry("SEKISHO_DB_PASSWORD", "one"),
                Map.entry("SEKISHO_DB_OWNER_USER", "owner"),
                Map.entry("SEKISHO_DB_OWNER_PASSWORD", "two"),
                Map.entry("SEKISHO_DEMO", "TRUE"),
                Map.entry("SEKISHO_TSA_URL", "https://tsa.example/stamp"),
                Map.entry("SEKISHO_SMTP_URL", "smtps://sekisho:secret@mail.example:465")));
        assertEquals(URI.create("http://[0:0:0:0:0:0:0:1]:9443"), settings.localUrl());
        assertEquals(URI.create("https://portal.example"), settings.publicUrl());
        assertEquals(List.of("10.0.0.0/8", "192.168.1.7", "fd00::/8"), settings.trustedProxies());
        assertEquals(folder.resolve("data"), settings.data());
        assertEquals(folder.resolve("keys"), settings.keys());
        assertEquals(folder.resolve("content"), settings.content());
        assertEquals(
                Optional.of(new ExternalDatabase(
                        DATABASE + "?sslmode=verify-full",
                        new Credentials("portal", "one"),
                        Optional.of(new Credentials("owner", "two")))),
                settings.database());
        assertTrue(settings.demo());
        assertEquals(Optional.of(URI.create("https://tsa.example/stamp")), settings.timeStamps());
        assertEquals(Optional.of(URI.create("smtps://sekisho:secret@mail.example:465")), settings.mail());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"smtp://mail.example", "starttls://sekisho:secret@mail.example:587", "smtps://mail.example:465"})
    void mailIsHandedInInTheClearOrSecured(String address) {
        assertEquals(
                Optional.of(URI.create(address)),
                read(Map.of("SEKISHO_SMTP_URL", address)).mail());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    SEKISHO_ADDRESS,         portal.example,                             ADDRESS_INVALID
                    SEKISHO_ADDRESS,         256.0.0.1,                                  ADDRESS_INVALID
                    SEKISHO_ADDRESS,         127.1,                                      ADDRESS_INVALID
                    SEKISHO_ADDRESS,         ::g,                                        ADDRESS_INVALID
                    SEKISHO_PORT,            0,                                          PORT_INVALID
                    SEKISHO_PORT,            65536,                                      PORT_INVALID
                    SEKISHO_PORT,            -1,                                         PORT_INVALID
                    SEKISHO_PORT,            http,                                       PORT_INVALID
                    SEKISHO_PORT,            99999999999,                                PORT_INVALID
                    SEKISHO_PUBLIC_URL,      portal.example,                             PUBLIC_URL_INVALID
                    SEKISHO_PUBLIC_URL,      ftp://portal.example,                       PUBLIC_URL_INVALID
                    SEKISHO_PUBLIC_URL,      https://portal.example/sekisho,             PUBLIC_URL_INVALID
                    SEKISHO_PUBLIC_URL,      https://portal.example#top,                 PUBLIC_URL_INVALID
                    SEKISHO_PUBLIC_URL,      https://me@portal.example,                  PUBLIC_URL_INVALID
                    SEKISHO_PUBLIC_URL,      https:///,                                  PUBLIC_URL_INVALID
                    SEKISHO_TRUSTED_PROXIES, proxy.example,                              TRUSTED_PROXIES_INVALID
                    SEKISHO_TRUSTED_PROXIES, 10.0.0.0/33,                                TRUSTED_PROXIES_INVALID
                    SEKISHO_TRUSTED_PROXIES, fd00::/129,                                 TRUSTED_PROXIES_INVALID
                    SEKISHO_TRUSTED_PROXIES, 10.0.0.0/,                                  TRUSTED_PROXIES_INVALID
                    SEKISHO_DEMO,            yes,                                        NEITHER_TRUE_NOR_FALSE
                    SEKISHO_IMPORT_MIB,      0,                                          IMPORT_MIB_INVALID
                    SEKISHO_IMPORT_MIB,      1025,                                       IMPORT_MIB_INVALID
                    SEKISHO_IMPORT_MIB,      32M,                                        IMPORT_MIB_INVALID
                    SEKISHO_DB_URL,          postgresql://db/sekisho,                    DB_URL_INVALID
                    SEKISHO_DB_URL,          jdbc:mysql://db/sekisho,                    DB_URL_INVALID
                    SEKISHO_DB_URL,          jdbc:postgresql:sekisho,                    DB_URL_INVALID
                    SEKISHO_DB_URL,          jdbc:postgresql://db/,                      DB_URL_INVALID
                    SEKISHO_DB_URL,          jdbc:postgresql://db/sekisho?user=postgres, DB_URL_INVALID
                    SEKISHO_DB_URL,          jdbc:postgresql://db/sekisho?a=b&PASSWORD=, DB_URL_INVALID
                    SEKISHO_DB_USER,         sekisho_app,                                DB_URL_MISSING
                    SEKISHO_DB_PASSWORD,     secret,                                     DB_URL_MISSING
                    SEKISHO_DB_OWNER_USER,   sekisho_owner,                              DB_URL_MISSING
                    SEKISHO_DB_OWNER_PASSWORD, secret,                                   DB_OWNER_INCOMPLETE
                    SEKISHO_TSA_URL,         tsa.example,                                TSA_URL_INVALID
                    SEKISHO_SMTP_URL,        http://mail.example,                        SMTP_URL_INVALID
                    SEKISHO_SMTP_URL,        smtp://mail.example:70000,                  SMTP_URL_INVALID
                    """)
    void aWrongValueIsRefused(String variable, String value, StartError error) {
        StartRefusal refusal = assertThrows(StartRefusal.class, () -> read(Map.of(variable, value)));
        assertEquals(error, refusal.error());
        assertEquals(2, refusal.error().exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEKISHO_DATA", "SEKISHO_KEYS", "SEKISHO_CONTENT"})
    void aFileIsNoFolder(String variable) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        StartRefusal refusal = assertThrows(StartRefusal.class, () -> read(Map.of(variable, file.toString())));
        assertEquals(StartError.FOLDER_INVALID, refusal.error());
        assertEquals(List.of(variable, file.toString()), refusal.parameters());
    }

    @Test
    void aRefusalNeverRepeatsAPassword() {
        Map<String, String> secrets = Map.of(
                "SEKISHO_DB_URL", "jdbc:postgresql://db/sekisho?password=hidden-thing",
                "SEKISHO_SMTP_URL", "smpt://sekisho:hidden-thing@mail.example");
        secrets.forEach((variable, value) -> {
            StartRefusal refusal = assertThrows(StartRefusal.class, () -> read(Map.of(variable, value)));
            assertFalse(refusal.toString().contains("hidden-thing"), variable);
        });
    }

    @Test
    void thePortalNeverLearnsTheOwnersPassword() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SEKISHO_DB_URL", DATABASE,
                "SEKISHO_DB_PASSWORD", "application-secret",
                "SEKISHO_DB_OWNER_USER", "sekisho_owner",
                "SEKISHO_DB_OWNER_PASSWORD", "owner-secret"));
        Settings settings = read(environment);
        Map<String, String> portal =
                settings.forPortal(DATABASE, settings.database().orElseThrow().application());
        assertFalse(portal.containsValue("owner-secret"));
        assertFalse(portal.keySet().stream().anyMatch(name -> name.contains("OWNER")));
        assertEquals("application-secret", portal.get("SEKISHO_DB_PASSWORD"));
        assertEquals("sekisho_app", portal.get("SEKISHO_DB_USER"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, http://127.0.0.1:8080, http://localhost:8080",
        "::, http://[::1]:8080, http://localhost:8080",
        "localhost, http://127.0.0.1:8080, http://localhost:8080",
        "10.1.2.3, http://10.1.2.3:8080, http://10.1.2.3:8080"
    })
    void theAddressesOfThePortalFollowFromWhereItListens(String address, URI local, URI open) {
        Settings settings = read(Map.of("SEKISHO_ADDRESS", address));
        assertEquals(local, settings.localUrl());
        assertEquals(open, settings.publicUrl());
    }

    @Test
    void dataLieWhereTheSystemKeepsAPersonsState() {
        SettingsReader bare = new SettingsReader(Map.of(), HOME);
        assertEquals(HOME.resolve(".local/state/sekisho"), bare.defaultData("Linux"));
        assertEquals(HOME.resolve("Library/Application Support/Sekisho"), bare.defaultData("Mac OS X"));
        assertEquals(
                Path.of("/var/state/sekisho"),
                new SettingsReader(Map.of("XDG_STATE_HOME", "/var/state"), HOME).defaultData("Linux"));
        assertEquals(
                Path.of("/profile/Sekisho"),
                new SettingsReader(Map.of("LOCALAPPDATA", "/profile"), HOME).defaultData("Windows 11"));
    }

    private static Settings read(Map<String, String> environment) {
        return new SettingsReader(environment, HOME).read();
    }
}
