package org.sekisho.domain.agreement.clause;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/** Checks that clauses share. */
final class ClauseChecks {

    /** The most entries in a list that nothing else bounds: long enough for a bank's systems, short enough for a page. */
    static final int LIST_LIMIT = 200;
    /** The most characters of a name. */
    static final int NAME_LIMIT = 200;

    private static final Pattern CODE = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?");

    private ClauseChecks() {}

    /** A code that other records refer to: 1 to 64 lower-case letters, digits, and {@code . _ -} inside. */
    static String code(String value, String field) {
        String text = Checks.requireText(value, field, 64);
        if (!CODE.matcher(text).matches()) {
            throw Refusal.of(ClauseError.CODE_MALFORMED, "field", field);
        }
        return text;
    }

    static int range(int value, String field, int least, int most) {
        return (int) range((long) value, field, least, most);
    }

    static long range(long value, String field, long least, long most) {
        if (value < least || value > most) {
            throw new Refusal(ClauseError.OUT_OF_RANGE, Map.of("field", field, "least", least, "most", most));
        }
        return value;
    }

    static void notEmpty(Collection<?> values, String field) {
        if (values.isEmpty()) {
            throw Refusal.of(ClauseError.EMPTY, "field", field);
        }
    }

    /** A copy that can't be changed and holds no more than the limit, with no two entries of the same key. */
    static <T> List<T> list(List<T> values, String field, int limit, Function<? super T, ?> key) {
        List<T> copy = List.copyOf(Checks.require(values, field));
        if (copy.size() > limit) {
            throw new Refusal(ClauseError.TOO_MANY, Map.of("field", field, "limit", limit));
        }
        Set<Object> seen = new HashSet<>();
        for (T value : copy) {
            Object of = key.apply(value);
            if (!seen.add(of)) {
                throw new Refusal(ClauseError.DUPLICATE, Map.of("field", field, "value", String.valueOf(of)));
            }
        }
        return copy;
    }

    /** A copy that can't be changed, in the order in which the values are declared. */
    static <E extends Enum<E>> Set<E> set(Class<E> type, Collection<E> values, String field) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(Checks.require(values, field));
        return Collections.unmodifiableSet(copy);
    }

    static <E extends Enum<E>> Set<E> filledSet(Class<E> type, Collection<E> values, String field) {
        Set<E> copy = set(type, values, field);
        notEmpty(copy, field);
        return copy;
    }
}
