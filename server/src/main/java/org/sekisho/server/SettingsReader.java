package org.sekisho.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sekisho.server.ExternalDatabase.Credentials;

/** Reads the settings from environment variables. An empty value counts as not set. Nothing is looked up in a network. */
final class SettingsReader {

    private static final int DEFAULT_PORT = 8080;
    private static final int LAST_PORT = 65_535;
    private static final int DEFAULT_IMPORT_MEBIBYTES = 32;

    /** Such a document is held in memory, and takes several times as much there. */
    private static final int MOST_IMPORT_MEBIBYTES = 1_024;

    private static final String DEFAULT_ROLE = "sekisho_app";

    private static final Pattern IP_V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern IP_V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /** The form of a verifier key; whether it is a key, the portal finds out. */
    private static final Pattern WITNESS_KEY = Pattern.compile("[^+\\s]{1,255}\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]{40,64}");

    private final Map<String, String> environment;
    private final Path home;

    SettingsReader(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    /**
     * Checks every variable before anything starts.
     *
     * @throws StartRefusal naming the first variable whose value can't be used
     */
    Settings read() {
        InetAddress address = address();
        int port = port();
        Path data = folder("SEKISHO_DATA").orElseGet(() -> defaultData(System.getProperty("os.name", "")));
        return new Settings(
                address,
                port,
                publicUrl(address, port),
                trustedProxies(),
                data,
                folder("SEKISHO_KEYS").orElse(data.resolve("keys")),
                folder("SEKISHO_CONTENT").orElse(data.resolve("content")),
                database(),
                demo(),
                timeStamps(),
                mail(),
                importMebibytes(),
                witnesses());
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private InetAddress address() {
        String text = value("SEKISHO_ADDRESS").orElse("127.0.0.1");
        return literal("localhost".equals(text) ? "127.0.0.1" : text)
                .orElseThrow(() -> new StartRefusal(StartError.ADDRESS_INVALID, text));
    }

    private int port() {
        Optional<String> text = value("SEKISHO_PORT");
        if (text.isEmpty()) {
            return DEFAULT_PORT;
        }
        if (text.get().matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text.get());
            if (port >= 1 && port <= LAST_PORT) {
                return port;
            }
        }
        throw new StartRefusal(StartError.PORT_INVALID, text.get());
    }

    private URI publicUrl(InetAddress address, int port) {
        Optional<String> text = value("SEKISHO_PUBLIC_URL");
        if (text.isEmpty()) {
            String host = address.getHostAddress();
            if (address.isAnyLocalAddress() || "127.0.0.1".equals(host)) {
                host = "localhost";
            }
            return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
        }
        URI url = webAddress(text.get(), Set.of("http", "https"))
                .filter(each -> each.getRawUserInfo() == null && Set.of("", "/").contains(each.getRawPath()))
                .orElseThrow(() -> new StartRefusal(StartError.PUBLIC_URL_INVALID, text.get()));
        return URI.create(url.getScheme().toLowerCase(Locale.ROOT) + "://" + url.getRawAuthority());
    }

    private List<String> list(String name) {
        return Arrays.stream(value(name).orElse("").split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private List<String> trustedProxies() {
        List<String> entries = list("SEKISHO_TRUSTED_PROXIES");
        entries.stream().filter(entry -> !isAddressOrRange(entry)).findFirst().ifPresent(entry -> {
            throw new StartRefusal(StartError.TRUSTED_PROXIES_INVALID, entry);
        });
        return entries;
    }

    private static boolean isAddressOrRange(String entry) {
        int slash = entry.indexOf('/');
        Optional<InetAddress> address = literal(slash < 0 ? entry : entry.substring(0, slash));
        if (address.isEmpty() || slash < 0) {
            return address.isPresent();
        }
        String length = entry.substring(slash + 1);
        return length.matches("[0-9]{1,3}")
                && Integer.parseInt(length) <= address.get().getAddress().length * Byte.SIZE;
    }

    private Optional<Path> folder(String name) {
        return value(name).map(text -> {
            try {
                Path folder = Path.of(text).toAbsolutePath().normalize();
                if (!Files.exists(folder) || Files.isDirectory(folder)) {
                    return folder;
                }
            } catch (InvalidPathException unusable) {
                throw new StartRefusal(unusable, StartError.FOLDER_INVALID, name, text);
            }
            throw new StartRefusal(StartError.FOLDER_INVALID, name, text);
        });
    }

    /** Where each system keeps a person's state: XDG base directories, or what macOS and Windows have in their place. */
    Path defaultData(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/Sekisho");
        }
        if (name.startsWith("windows")) {
            return value("LOCALAPPDATA").map(Path::of).orElse(home).resolve("Sekisho");
        }
        return value("XDG_STATE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".local/state"))
                .resolve("sekisho");
    }

    private Optional<ExternalDatabase> database() {
        Optional<String> url = value("SEKISHO_DB_URL");
        Optional<Credentials> owner = owner();
        if (url.isEmpty()) {
            for (String name : List.of("SEKISHO_DB_USER", "SEKISHO_DB_PASSWORD", "SEKISHO_DB_OWNER_USER")) {
                value(name).ifPresent(set -> {
                    throw new StartRefusal(StartError.DB_URL_MISSING, name);
                });
            }
            return Optional.empty();
        }
        DatabaseAddress.of(url.get());
        Credentials application = new Credentials(
                value("SEKISHO_DB_USER").orElse(DEFAULT_ROLE),
                value("SEKISHO_DB_PASSWORD").orElse(""));
        return Optional.of(new ExternalDatabase(url.get(), application, owner));
    }

    private Optional<Credentials> owner() {
        Optional<String> user = value("SEKISHO_DB_OWNER_USER");
        Optional<String> password = value("SEKISHO_DB_OWNER_PASSWORD");
        if (user.isEmpty() && password.isPresent()) {
            throw new StartRefusal(
                    StartError.DB_OWNER_INCOMPLETE, "SEKISHO_DB_OWNER_USER", "SEKISHO_DB_OWNER_PASSWORD");
        }
        return user.map(name -> new Credentials(name, password.orElse("")));
    }

    private boolean demo() {
        String text = value("SEKISHO_DEMO").orElse("false");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new StartRefusal(StartError.NEITHER_TRUE_NOR_FALSE, "SEKISHO_DEMO", text);
        };
    }

    private Optional<URI> timeStamps() {
        return value("SEKISHO_TSA_URL").map(text -> webAddress(text, Set.of("http", "https"))
                .orElseThrow(() -> new StartRefusal(StartError.TSA_URL_INVALID, text)));
    }

    private Optional<URI> mail() {
        return value("SEKISHO_SMTP_URL").map(text -> webAddress(text, Set.of("smtp", "starttls", "smtps"))
                .orElseThrow(() -> new StartRefusal(StartError.SMTP_URL_INVALID)));
    }

    private int importMebibytes() {
        Optional<String> text = value("SEKISHO_IMPORT_MIB");
        if (text.isEmpty()) {
            return DEFAULT_IMPORT_MEBIBYTES;
        }
        if (text.get().matches("[0-9]{1,4}")) {
            int mebibytes = Integer.parseInt(text.get());
            if (mebibytes >= 1 && mebibytes <= MOST_IMPORT_MEBIBYTES) {
                return mebibytes;
            }
        }
        throw new StartRefusal(StartError.IMPORT_MIB_INVALID, text.get());
    }

    private List<String> witnesses() {
        List<String> entries = list("SEKISHO_WITNESSES");
        for (String entry : entries) {
            String[] parts = entry.split("\\s+");
            boolean sound = parts.length == 2
                    && WITNESS_KEY.matcher(parts[0]).matches()
                    && webAddress(parts[1], Set.of("http", "https")).isPresent();
            if (!sound) {
                throw new StartRefusal(StartError.WITNESSES_INVALID, entry);
            }
        }
        return entries;
    }

    private static Optional<URI> webAddress(String text, Set<String> schemes) {
        try {
            URI url = new URI(text).parseServerAuthority();
            boolean sound = url.getScheme() != null
                    && schemes.contains(url.getScheme().toLowerCase(Locale.ROOT))
                    && url.getHost() != null
                    && url.getPort() != 0
                    && url.getPort() <= LAST_PORT
                    && url.getRawFragment() == null;
            return Optional.of(url).filter(any -> sound);
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> literal(String text) {
        if (!IP_V4.matcher(text).matches() && !IP_V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException unusable) {
            return Optional.empty();
        }
    }
}
