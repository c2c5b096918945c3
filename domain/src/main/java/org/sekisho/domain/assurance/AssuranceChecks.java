package org.sekisho.domain.assurance;

import java.util.Map;
import java.util.regex.Pattern;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.SharedError;

/** Checks that the packages below have in common. */
public final class AssuranceChecks {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private AssuranceChecks() {}

    /** A SHA-256 hash in lower-case hexadecimal. */
    public static String requireSha256(String value, String field) {
        Checks.check(SHA256.matcher(value).matches(), SharedError.MALFORMED, Map.of("field", field));
        return value;
    }

    /** A number that can't be negative. */
    public static long requireNotNegative(long value, String field) {
        Checks.check(value >= 0, SharedError.MALFORMED, Map.of("field", field));
        return value;
    }
}
