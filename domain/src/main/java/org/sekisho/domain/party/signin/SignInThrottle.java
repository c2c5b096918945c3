package org.sekisho.domain.party.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.shared.Refusal;

/**
 * Whether an attempt to sign in is looked at. It counts failures by client address and by the account that was named, whether that
 * exists or not, so that the answer tells nothing. Many people may share one address, and one person many.
 */
public final class SignInThrottle {

    /** In this time failures are counted. */
    public static final Duration WINDOW = Duration.ofMinutes(15);
    /** The most failures from one address in the window: a floor of an office behind one address still gets in. */
    public static final int MOST_BY_ADDRESS = 100;
    /** The most failures for one account in the window, from all addresses: above what {@link Lockout} lets through. */
    public static final int MOST_BY_ACCOUNT = 20;

    private SignInThrottle() {}

    /**
     * What failed in the window before now.
     *
     * @param byAddress failures from the address
     * @param byAccount failures for the account
     * @param oldest the oldest of those failures; empty when there is none
     */
    public record Failures(int byAddress, int byAccount, Optional<Instant> oldest) {}

    /** How long to wait before the attempt is looked at; zero when it is looked at now. */
    public static Duration waitFor(Failures failures, Instant now) {
        boolean admits = failures.byAddress() < MOST_BY_ADDRESS && failures.byAccount() < MOST_BY_ACCOUNT;
        if (admits) {
            return Duration.ZERO;
        }
        Instant free = failures.oldest().orElse(now).plus(WINDOW);
        Duration wait = Duration.between(now, free);
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }

    /** @throws Refusal with {@link AccountError#TOO_MANY_ATTEMPTS} when the attempt isn't looked at */
    public static void requireAdmitted(Failures failures, Instant now) {
        Duration wait = waitFor(failures, now);
        if (!wait.isZero()) {
            throw new Refusal(
                    AccountError.TOO_MANY_ATTEMPTS,
                    Map.of("seconds", wait.plusMillis(999).toSeconds()));
        }
    }

    /** The form in which attempts for one account are counted together; of anything that was typed. */
    public static byte[] accountKey(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return Tokens.hash(text.length() <= 254 ? text : text.substring(0, 254));
    }
}
