package org.sekisho.ejb.report.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sekisho.domain.report.severity.CvssScore;
import tools.jackson.databind.JsonNode;

/** Reads from a tree what may be missing, or of another type than it should be. */
final class Nodes {

    private static final Pattern SCORE = Pattern.compile("10(\\.0{1,9})?|[0-9](\\.[0-9]{1,9})?");

    private static final int BRIEF = 200;
    private static final double TENTHS = 10;
    private static final int MOST_TENTHS = 100;

    private Nodes() {}

    /** The text under a name; empty where there is none. */
    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue() : "";
    }

    /** The texts of a list; others are passed over. */
    static List<String> texts(JsonNode list) {
        if (list.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(list.size());
        for (JsonNode each : list) {
            if (each.isString()) {
                texts.add(each.stringValue());
            }
        }
        return texts;
    }

    /** The first of the texts that isn't empty. */
    static String first(String... texts) {
        for (String each : texts) {
            if (!each.isBlank()) {
                return each;
            }
        }
        return "";
    }

    /** A word of a stranger as it may stand in a refusal. */
    static String brief(String word) {
        String plain = word.replaceAll("[^ -~]", "?");
        return plain.length() <= BRIEF ? plain : plain.substring(0, BRIEF);
    }

    /** An index or line; -1 where there is none. */
    static int number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : -1;
    }

    /** A score that is stated as a number or text, to the tenth. */
    static Optional<CvssScore> score(JsonNode value) {
        if (value.isNumber()) {
            double number = value.doubleValue();
            int tenths = (int) Math.rint(number * TENTHS);
            // What is written with one digit behind the point, as most are, needs no rounding.
            if (tenths > 0 && tenths <= MOST_TENTHS && tenths / TENTHS == number) {
                return Optional.of(new CvssScore(tenths));
            }
        }
        String text = value.isNumber() || value.isString() ? value.asString() : "";
        return SCORE.matcher(text).matches()
                ? Optional.of(new CvssScore(new BigDecimal(text)
                        .movePointRight(1)
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValue()))
                : Optional.empty();
    }
}
