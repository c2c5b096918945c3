package org.sekisho.proof.bag;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Paths inside a bag: relative, with slashes, and of such names that they mean the same file on every system a bag may be
 * unpacked on (RFC 8493, sections 2.1.3 and 5).
 */
public final class BagPath {

    /** The most bytes of a path in UTF-8. */
    public static final int MAX_LENGTH = 1024;

    /** The most bytes of one name in UTF-8: the limit of the usual file systems. */
    public static final int MAX_NAME_LENGTH = 255;

    /** Device names of Windows, with or without an extension; the raised digits count as digits there. */
    private static final Pattern RESERVED = Pattern.compile(
            "(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(?:COM|LPT)[0-9\u00b9\u00b2\u00b3])(?: *\\..*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String NOT_IN_A_NAME = "\\/:";

    private static final String NOT_IN_A_WRITTEN_NAME = NOT_IN_A_NAME + "*?\"<>|%";

    /** Room for a number and an extension beside a cleaned name. */
    private static final int CLEANED_LENGTH = 100;

    private BagPath() {}

    /**
     * Refuses a path that leads out of the bag or isn't the same file everywhere: absolute, with a drive or stream (":"),
     * a backslash, an empty name, ".", "..", a control or bidirectional character, a device name of Windows, or a name that
     * ends in a dot or space, which Windows cuts off.
     *
     * @return the path
     * @throws BagException {@link BagProblem#UNSAFE_PATH}
     */
    public static String require(String path) throws BagException {
        if (!isSafe(path)) {
            throw new BagException(BagProblem.UNSAFE_PATH, path);
        }
        return path;
    }

    /** Whether {@link #require} lets the path pass. */
    public static boolean isSafe(String path) {
        if (utf8Length(path) > MAX_LENGTH) {
            return false;
        }
        for (String name : path.split("/", -1)) {
            if (!isSafeName(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSafeName(String name) {
        return !name.isEmpty()
                && utf8Length(name) <= MAX_NAME_LENGTH
                && !name.endsWith(".")
                && !name.endsWith(" ")
                && name.codePoints().allMatch(c -> isPlain(c) && NOT_IN_A_NAME.indexOf(c) < 0)
                && !RESERVED.matcher(name).matches();
    }

    /** A name for a file that came from outside, made of its own name: what isn't safe in a pack becomes "_". */
    public static String cleanName(String name) {
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(name.strip(), Normalizer.Form.NFC).codePoints().forEach(c -> {
            int kept = isPlain(c) && NOT_IN_A_WRITTEN_NAME.indexOf(c) < 0 ? c : '_';
            if (utf8Length(clean) + utf8Length(Character.toString(kept)) <= CLEANED_LENGTH) {
                clean.appendCodePoint(kept);
            }
        });
        while (!clean.isEmpty()
                && (clean.charAt(clean.length() - 1) == '.' || clean.charAt(clean.length() - 1) == ' ')) {
            clean.setLength(clean.length() - 1);
        }
        return isSafeName(clean.toString()) ? clean.toString() : "_" + clean;
    }

    /** The path as it stands in a manifest: CR, LF and % percent-encoded, and only those (RFC 8493, section 2.1.3). */
    public static String encode(String path) {
        return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /**
     * The path that a manifest means.
     *
     * @throws IllegalArgumentException when a percent sign doesn't stand for CR, LF or itself
     */
    public static String decode(String written) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '%') {
                path.append(c);
                continue;
            }
            String code =
                    written.substring(i, Math.min(i + 3, written.length())).toUpperCase(Locale.ROOT);
            path.append(
                    switch (code) {
                        case "%0A" -> '\n';
                        case "%0D" -> '\r';
                        case "%25" -> '%';
                        default -> throw new IllegalArgumentException(code);
                    });
            i += 2;
        }
        return path.toString();
    }

    private static boolean isPlain(int codePoint) {
        boolean bidirectional = codePoint >= 0x202A && codePoint <= 0x202E
                || codePoint >= 0x2066 && codePoint <= 0x2069
                || codePoint == 0x200E
                || codePoint == 0x200F;
        return !bidirectional
                && codePoint != 0xFEFF
                && switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }

    private static int utf8Length(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
