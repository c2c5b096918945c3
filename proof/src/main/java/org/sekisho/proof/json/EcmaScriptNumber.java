package org.sekisho.proof.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Number::toString of ECMAScript (ECMA-262, section 6.1.6.1.20) as RFC 8785, section 3.2.2.3 asks for: the fewest digits
 * that read back as the same double, and of those the nearest. Double.toString gives more digits than needed before
 * JDK 19 (JDK-4511638), so the digits are searched here.
 */
final class EcmaScriptNumber {

    /** Seventeen significant digits tell any two doubles apart. */
    private static final int MAX_DIGITS = 17;

    private EcmaScriptNumber() {}

    static String text(double value) {
        if (Math.abs(value) <= JsonNumber.MAX_INTEGER && value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        String sign = value < 0 ? "-" : "";
        return sign + positive(shortest(Math.abs(value)));
    }

    /** If n digits are enough then n+1 are, so the least n is found by halving. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal best = exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
        int low = 1;
        int high = MAX_DIGITS;
        while (low < high) {
            int middle = (low + high) / 2;
            BigDecimal candidate = nearest(exact, value, middle);
            if (candidate.signum() != 0) {
                best = candidate;
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return best.stripTrailingZeros();
    }

    /**
     * The nearest number of that many digits that reads back as the value, or zero. Both neighbours are tried: below a
     * power of two the doubles lie closer, so the nearer neighbour may miss where the farther one hits.
     */
    private static BigDecimal nearest(BigDecimal exact, double value, int digits) {
        BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
        BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
        boolean belowHits = below.doubleValue() == value;
        boolean aboveHits = above.doubleValue() == value;
        if (belowHits && aboveHits) {
            return exact.subtract(below).compareTo(above.subtract(exact)) <= 0 ? below : above;
        }
        if (belowHits) {
            return below;
        }
        return aboveHits ? above : BigDecimal.ZERO;
    }

    private static String positive(BigDecimal decimal) {
        String digits = decimal.unscaledValue().toString();
        int count = digits.length();
        int point = count - decimal.scale();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
