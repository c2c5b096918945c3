package org.sekisho.domain.party.signin;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/**
 * What a password has to be: long enough, hard to guess, and not the person's own words. Nothing is said about kinds of characters,
 * and none is ever asked to change for its age (NIST SP 800-63B section 5.1.1.2).
 */
public final class PasswordRules {

    /** The fewest code points. */
    public static final int LEAST = 12;
    /** The most code points; more would only be work for whoever hashes them. */
    public static final int MOST = 128;
    /** The lowest {@link StrengthEstimate} that is taken. */
    public static final int LEAST_STRENGTH = 3;

    /** A shorter word stands in too many passwords by chance. */
    private static final int SHORTEST_WORD = 4;

    private final StrengthEstimate estimate;

    public PasswordRules(StrengthEstimate estimate) {
        this.estimate = estimate;
    }

    /** The form in which a password is hashed and compared: NFC, so that every keyboard types the same one. */
    public static String normalise(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /**
     * Whether it makes sense to compare this with a hash at all; anything longer is wrong without being looked at. To be asked before
     * {@link #normalise}, which costs as much as the text is long.
     */
    public static boolean isComparable(String password) {
        return !password.isEmpty() && password.length() <= 4 * MOST;
    }

    /**
     * Checks a password that a person chose.
     *
     * @param words from {@link #words}
     * @return the password in the form in which it is hashed
     * @throws Refusal with the first of the {@code PASSWORD_…} codes of {@link AccountError} that applies; the password is in none
     *     of their parameters
     */
    public String require(String password, List<String> words) {
        Checks.check(password.length() <= 4 * MOST, AccountError.PASSWORD_TOO_LONG, Map.of("most", MOST));
        String normal = normalise(password);
        int length = normal.codePointCount(0, normal.length());
        Checks.check(length >= LEAST, AccountError.PASSWORD_TOO_SHORT, Map.of("least", LEAST));
        Checks.check(length <= MOST, AccountError.PASSWORD_TOO_LONG, Map.of("most", MOST));
        Checks.check(normal.codePoints().allMatch(PasswordRules::isTypable), AccountError.PASSWORD_CHARACTERS);
        Checks.check(!holdsAnyOf(normal, words), AccountError.PASSWORD_PERSONAL);
        Checks.check(estimate.of(normal, words) >= LEAST_STRENGTH, AccountError.PASSWORD_WEAK);
        return normal;
    }

    /** The words that somebody who knows the person would try: of the address, and what the organisation is called. */
    public static List<String> words(EmailAddress email, String shortName, Name organisation) {
        List<String> words = new ArrayList<>(List.of(email.toString(), email.local(), shortName));
        words.addAll(List.of(organisation.en(), organisation.ja()));
        words.addAll(List.of(organisation.en().split("\\s+")));
        List<String> labels = List.of(email.domain().readable().split("\\."));
        words.addAll(labels.subList(0, labels.size() - 1));
        return words.stream()
                .map(word -> normalise(word).toLowerCase(Locale.ROOT))
                .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST_WORD)
                .distinct()
                .toList();
    }

    private static boolean holdsAnyOf(String password, List<String> words) {
        String lower = password.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }

    private static boolean isTypable(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE && type != Character.UNASSIGNED;
    }
}
