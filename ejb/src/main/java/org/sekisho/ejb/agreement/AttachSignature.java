package org.sekisho.ejb.agreement;

import java.time.LocalDate;
import java.util.UUID;
import org.sekisho.domain.agreement.SignatureMethod;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * What a party signed outside and wants to put on file, before its bytes.
 *
 * @param number the version's number
 * @param authority of whoever signed
 * @param method certificate or paper
 * @param signedOn the day on which it was signed, in Tokyo
 * @param announcedBytes how large the file is said to be; -1 when that isn't known
 */
public record AttachSignature(
        UUID agreement,
        int number,
        UUID authority,
        SignatureMethod method,
        LocalDate signedOn,
        String fileName,
        long announcedBytes)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject("agreement", agreement);
    }
}
