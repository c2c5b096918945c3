package org.sekisho.domain.party.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long an account waits after wrong passwords or codes. The waits double and stop growing at an hour, so that a stranger can
 * slow the owner down but not shut them out for good.
 */
public final class Lockout {

    /** So many failures in a row cost nothing. */
    public static final int FREE_FAILURES = 4;
    /** The wait after the next one; it doubles with each further one. */
    public static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    /** The longest wait. */
    public static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** Failures are forgotten when the last one is this old. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private Lockout() {}

    /** How many failures there are with one more now, given those before and when the last one was. */
    public static int failuresAfterOneMore(int failures, Optional<Instant> lastFailure, Instant now) {
        boolean forgotten = lastFailure
                .filter(last -> last.plus(FORGOTTEN_AFTER).isAfter(now))
                .isEmpty();
        return forgotten ? 1 : Math.min(failures, Integer.MAX_VALUE - 1) + 1;
    }

    /** How long to wait after so many failures in a row; zero when not at all. */
    public static Duration waitAfter(int failures) {
        int beyond = failures - FREE_FAILURES;
        if (beyond <= 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond - 1, 16));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
