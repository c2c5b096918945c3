package org.sekisho.domain.party.signin;

import java.time.Instant;

/** Failed attempts to sign in, counted over all nodes. */
public interface SignInAttempts {

    /**
     * What failed in the last {@link SignInThrottle#WINDOW}.
     *
     * @param accountKey from {@link SignInThrottle#accountKey}
     */
    SignInThrottle.Failures failures(String address, byte[] accountKey, Instant now);

    /** Counts one failure. It has to outlive the refusal, so it is written in a transaction that commits. */
    void recordFailure(String address, byte[] accountKey, Instant now);

    /** Forgets what is older than the window; returns how many rows went. */
    int forget(Instant now);
}
