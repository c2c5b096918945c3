package org.sekisho.ejb.agreement;

import java.util.UUID;
import org.sekisho.domain.agreement.OutsideSignature;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Puts on file what a party signed outside.
 *
 * @param number the version's number
 * @param authority of whoever signed
 */
public record AttachSignature(UUID agreement, int number, UUID authority, OutsideSignature signature)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject("agreement", agreement);
    }
}
