package org.sekisho.proof.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.VerifierKey;
import org.sekisho.proof.pack.PackKey;

/**
 * The command line, read.
 *
 * @param task empty when the command line isn't sound
 * @param language en or ja
 * @param problem the key of the text that says what is wrong with the command line; empty when it is sound
 */
record Arguments(Optional<Task> task, String language, Optional<String> problem) {

    private static final String KEY = "--key";
    private static final String TRAIL_KEY = "--trail-key";
    private static final String LANGUAGE = "--lang";
    private static final String TRAIL = "--trail";
    private static final String FROM = "--from";
    private static final String KEY_FILE = "--trail-key-file";
    private static final String SAVE = "--save";
    private static final String AUTHORITY = "--tsa-ca";
    private static final String WITNESS = "--witness";
    private static final String SETTINGS = "--config";

    private static final Set<String> OPTIONS =
            Set.of(KEY, TRAIL_KEY, LANGUAGE, TRAIL, FROM, KEY_FILE, SAVE, SETTINGS, AUTHORITY, WITNESS);

    /** Never fails: what is wrong is in {@link #problem}, with the language as far as it was read. */
    static Arguments read(String... arguments) {
        Reader reader = new Reader();
        for (int i = 0; i < arguments.length; i++) {
            if (OPTIONS.contains(arguments[i])) {
                reader.option(arguments[i], i + 1 < arguments.length ? arguments[i + 1] : "");
                i++;
            } else {
                reader.word(arguments[i]);
            }
        }
        return reader.done();
    }

    private static final class Reader {

        private boolean help;
        private final List<String> words = new ArrayList<>();
        private final Map<String, String> options = new HashMap<>();
        private final List<VerifierKey> witnesses = new ArrayList<>();
        private Optional<String> problem = Optional.empty();
        private String language = Locale.getDefault().getLanguage();

        private void option(String name, String value) {
            if (name.equals(LANGUAGE)) {
                language = value;
                problemUnless(value.equals("en") || value.equals("ja"), "usage.language");
            } else if (name.equals(WITNESS)) {
                witness(value);
            } else {
                problemUnless(!value.isEmpty() && options.put(name, value) == null, "usage.option");
            }
        }

        private void witness(String value) {
            try {
                VerifierKey key = VerifierKey.parse(value);
                problemUnless(key.type() == SignatureType.COSIGNATURE, "usage.witness");
                witnesses.add(key);
            } catch (NoteException malformed) {
                problemUnless(false, "usage.witness");
            }
        }

        private void word(String word) {
            if (word.equals("--help") || word.equals("-h")) {
                help = true;
            } else {
                words.add(word);
                problemUnless(!word.startsWith("-"), "usage.word");
            }
        }

        private Arguments done() {
            if (help) {
                return new Arguments(Optional.of(new Task.Help()), language, Optional.empty());
            }
            Task task = task();
            return new Arguments(problem.isPresent() ? Optional.empty() : Optional.of(task), language, problem);
        }

        private Task task() {
            String command = words.isEmpty() ? "" : words.get(0);
            if (command.equals("witness")) {
                return runWitness();
            }
            problemUnless(command.equals("verify"), command.isEmpty() ? "usage.pack" : "usage.word");
            return options.containsKey(TRAIL) ? verifyLog() : verifyPack();
        }

        private Task runWitness() {
            Optional<String> settings = take(SETTINGS);
            problemUnless(settings.isPresent(), "usage.config");
            problemUnless(words.size() == 1 && witnesses.isEmpty(), "usage.word");
            nothingElse();
            return new Task.RunWitness(settings.orElse(""));
        }

        private Task verifyLog() {
            String address = take(TRAIL).orElse("");
            Optional<String> from = take(FROM);
            Task task = new Task.VerifyLog(
                    address, from.orElse(""), fingerprint(KEY), witnesses, take(KEY_FILE), take(SAVE));
            problemUnless(LogClient.isAddress(address), "usage.address");
            problemUnless(from.isPresent(), "usage.from");
            problemUnless(words.size() == 1, "usage.word");
            nothingElse();
            return task;
        }

        private Task verifyPack() {
            ExpectedKeys expected = new ExpectedKeys(fingerprint(KEY), fingerprint(TRAIL_KEY), witnesses, authority());
            problemUnless(words.size() >= 2, "usage.pack");
            problemUnless(words.size() <= 2, "usage.word");
            nothingElse();
            return new Task.VerifyPack(words.size() < 2 ? "" : words.get(1), expected);
        }

        private Optional<String> take(String name) {
            return Optional.ofNullable(options.remove(name));
        }

        private Optional<Path> authority() {
            Optional<String> given = take(AUTHORITY);
            Optional<Path> file = given.flatMap(Main::existing);
            problemUnless(given.isPresent() == file.isPresent(), "usage.authority");
            return file;
        }

        private Optional<String> fingerprint(String name) {
            // Base64 with padding is the same fingerprint.
            Optional<String> fingerprint =
                    take(name).map(value -> value.endsWith("=") ? value.substring(0, value.length() - 1) : value);
            problemUnless(fingerprint.isEmpty() || PackKey.isFingerprint(fingerprint.get()), "usage.key");
            return fingerprint;
        }

        /** An option that this task has no use for would be taken for one that works. */
        private void nothingElse() {
            problemUnless(options.isEmpty(), "usage.word");
        }

        private void problemUnless(boolean sound, String text) {
            if (!sound) {
                problem = problem.or(() -> Optional.of(text));
            }
        }
    }
}
