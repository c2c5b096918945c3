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

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private SignInThrottle() {}

    /** What failed in the window before now, from the address and for the account. */
    public record Failures(Tally byAddress, Tally byAccount) {}

    /**
     * Failures of one address or one account.
     *
     * @param count how many there are in the window
     * @param oldest the oldest of those that alone reach the limit, with which the first place becomes free; empty below the limit
     */
    public record Tally(int count, Optional<Instant> oldest) {

        private Duration waitFor(int most, Instant now) {
            if (count < most) {
                return Duration.ZERO;
            }
            Duration wait = Duration.between(now, oldest.orElse(now).plus(WINDOW));
            return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
        }
    }

    /** How long to wait before the attempt is looked at; zero when it is looked at now. */
    public static Duration waitFor(Failures failures, Instant now) {
        Duration address = failures.byAddress().waitFor(MOST_BY_ADDRESS, now);
        Duration account = failures.byAccount().waitFor(MOST_BY_ACCOUNT, now);
        return address.compareTo(account) > 0 ? address : account;
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
