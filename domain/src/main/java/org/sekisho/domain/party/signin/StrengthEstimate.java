package org.sekisho.domain.party.signin;

import java.util.List;

/** Estimates how soon a password would be guessed. */
@FunctionalInterface
public interface StrengthEstimate {

    /**
     * The strength of a password on zxcvbn's scale: 0 too guessable, 1 very guessable (fewer than 10^6 guesses), 2 somewhat (10^8),
     * 3 safely unguessable (10^10), 4 very unguessable.
     *
     * @param password in NFC, of at most {@link PasswordRules#MOST} code points
     * @param words that somebody who knows the person would try first
     */
    int of(String password, List<String> words);
}
