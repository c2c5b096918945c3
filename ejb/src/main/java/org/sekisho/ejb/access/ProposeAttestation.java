package org.sekisho.ejb.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Proposes that an environment of an agreement was found sound.
 *
 * @param environment the code in the environments clause
 * @param attestedBy the organisation that attests it
 * @param documentReference number or title of the signed document
 * @param documentHash SHA-256 of the document in hexadecimal, where it exists as a file
 */
public record ProposeAttestation(
        UUID agreement,
        String environment,
        UUID attestedBy,
        String documentReference,
        Optional<String> documentHash,
        LocalDate firstDay,
        LocalDate validUntil)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject("agreement", agreement);
    }
}
