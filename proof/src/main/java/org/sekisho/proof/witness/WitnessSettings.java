package org.sekisho.proof.witness;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.VerifierKey;

/**
 * How a witness is set up, by a Java properties file.
 *
 * @param address to listen at; {@code address}, 127.0.0.1 where it is left out
 * @param port to listen at, 0 for a free one; {@code port}
 * @param state the folder that remembers what was cosigned; {@code state}, seen from the file's folder
 * @param key the file with the witness's own key; {@code key}, seen from the file's folder
 * @param name of the witness, under which it cosigns; {@code name}
 * @param logs the keys that are trusted for each origin; {@code logs}, verifier keys (C2SP signed-note) with white space between them
 */
public record WitnessSettings(
        String address, int port, Path state, Path key, String name, Map<String, List<VerifierKey>> logs) {

    private static final Set<String> NAMES = Set.of("address", "port", "state", "key", "name", "logs");
    private static final int MOST_PORT = 65_535;

    public WitnessSettings {
        logs = Map.copyOf(logs);
    }

    /** @throws WitnessException naming the first setting that can't be used */
    public static WitnessSettings read(Path file) throws WitnessException {
        Properties settings = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            settings.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new WitnessException(WitnessProblem.SETTINGS_UNREADABLE, file.toString(), e);
        }
        for (String name : settings.stringPropertyNames()) {
            if (!NAMES.contains(name)) {
                throw new WitnessException(WitnessProblem.SETTING_UNKNOWN, name);
            }
        }
        return new WitnessSettings(
                settings.getProperty("address", "127.0.0.1").strip(),
                port(require(settings, "port")),
                path(file, settings, "state"),
                path(file, settings, "key"),
                require(settings, "name"),
                logs(require(settings, "logs")));
    }

    private static String require(Properties settings, String name) throws WitnessException {
        String value = settings.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new WitnessException(WitnessProblem.SETTING_MISSING, name);
        }
        return value;
    }

    private static int port(String text) throws WitnessException {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= MOST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below.
        }
        throw new WitnessException(WitnessProblem.SETTING_WRONG, "port");
    }

    private static Path path(Path file, Properties settings, String name) throws WitnessException {
        try {
            return file.toAbsolutePath().resolveSibling(require(settings, name)).normalize();
        } catch (InvalidPathException e) {
            throw new WitnessException(WitnessProblem.SETTING_WRONG, name, e);
        }
    }

    private static Map<String, List<VerifierKey>> logs(String text) throws WitnessException {
        Map<String, List<VerifierKey>> logs = new LinkedHashMap<>();
        for (String word : text.split("\\s+")) {
            try {
                VerifierKey key = VerifierKey.parse(word);
                if (key.type() != SignatureType.ED25519) {
                    throw new WitnessException(WitnessProblem.SETTING_WRONG, "logs: " + word);
                }
                logs.computeIfAbsent(key.name(), origin -> new ArrayList<>()).add(key);
            } catch (NoteException e) {
                throw new WitnessException(WitnessProblem.SETTING_WRONG, "logs: " + word, e);
            }
        }
        logs.replaceAll((origin, keys) -> List.copyOf(keys));
        return logs;
    }
}
