package org.sekisho.domain.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.shared.Checks;

/**
 * That a person entered their credentials again, for this very act.
 *
 * @param at when
 * @param factors what they proved
 * @param oneFactorIsEnough whether the demo regime waives the second factor
 */
public record Reauthentication(UUID person, Instant at, Set<Factor> factors, boolean oneFactorIsEnough) {

    /** How long credentials count after they were entered: long enough for a slow page, too short to walk away. */
    public static final Duration COUNTS = Duration.ofMinutes(5);

    /** What can be proved. */
    public enum Factor {
        PASSWORD,
        ONE_TIME_CODE,
        PASSKEY,
        CLIENT_CERTIFICATE
    }

    public Reauthentication {
        EnumSet<Factor> copy = EnumSet.noneOf(Factor.class);
        copy.addAll(factors);
        factors = Collections.unmodifiableSet(copy);
    }

    /** The method that these credentials are, if they are this person's, fresh and enough. */
    SignatureMethod method(UUID signer, Instant now) {
        boolean fresh = !at.isAfter(now) && !at.plus(COUNTS).isBefore(now);
        Checks.check(person.equals(signer) && fresh && !factors.isEmpty(), AgreementError.REAUTHENTICATION_NEEDED);
        if (factors.size() >= 2) {
            return SignatureMethod.TWO_FACTORS;
        }
        Checks.check(oneFactorIsEnough, AgreementError.SECOND_FACTOR_NEEDED);
        return SignatureMethod.ONE_FACTOR;
    }
}
