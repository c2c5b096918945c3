package org.sekisho.proof.verify;

import java.util.Locale;
import java.util.Optional;
import org.sekisho.proof.pack.PackKey;

/**
 * The command line, read.
 *
 * @param pack where the pack stands; empty when only help was asked for
 * @param fingerprint of the key that must have signed
 * @param language en or ja
 * @param problem the key of the text that says what is wrong with the command line; empty when it is sound
 */
record Arguments(Optional<String> pack, Optional<String> fingerprint, String language, Optional<String> problem) {

    /** Never fails: what is wrong is in {@link #problem}, with the language as far as it was read. */
    static Arguments read(String... arguments) {
        Reader reader = new Reader();
        for (int i = 0; i < arguments.length; i++) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (arguments[i]) {
                case "--key" -> reader.key(value);
                case "--lang" -> reader.language(value);
                case "--help", "-h" -> {
                    reader.help = true;
                    continue;
                }
                default -> {
                    reader.word(arguments[i]);
                    continue;
                }
            }
            i++;
        }
        return reader.done();
    }

    private static final class Reader {

        private boolean help;
        private int words;
        private Optional<String> pack = Optional.empty();
        private Optional<String> key = Optional.empty();
        private Optional<String> problem = Optional.empty();
        private String language = Locale.getDefault().getLanguage();

        private void key(String value) {
            // Base64 with padding is the same fingerprint.
            key = Optional.of(value.endsWith("=") ? value.substring(0, value.length() - 1) : value);
            if (!PackKey.isFingerprint(key.get())) {
                problem("usage.key");
            }
        }

        private void language(String value) {
            language = value;
            if (!value.equals("en") && !value.equals("ja")) {
                problem("usage.language");
            }
        }

        private void word(String word) {
            words++;
            if (words == 1 && !word.equals("verify") || words > 2 || word.startsWith("-")) {
                problem("usage.word");
            }
            if (words == 2) {
                pack = Optional.of(word);
            }
        }

        private void problem(String text) {
            problem = problem.or(() -> Optional.of(text));
        }

        private Arguments done() {
            if (help) {
                return new Arguments(Optional.empty(), Optional.empty(), language, Optional.empty());
            }
            if (pack.isEmpty()) {
                problem("usage.pack");
            }
            return new Arguments(pack, key, language, problem);
        }
    }
}
