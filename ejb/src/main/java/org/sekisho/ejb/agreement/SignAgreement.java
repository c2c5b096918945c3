package org.sekisho.ejb.agreement;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Signs for the party of whoever calls.
 *
 * @param number the version's number
 * @param hash what was read: SHA-256 of the content in hexadecimal
 * @param authority by which authority on file; empty = the one that is valid longest
 * @param password entered again
 * @param code a one-time code; empty where the person has no second factor
 */
public record SignAgreement(
        UUID agreement, int number, String hash, Optional<UUID> authority, String password, String code)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject("agreement", agreement);
    }
}
