package org.sekisho.ejb.agreement;

import java.util.UUID;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Confirms that a file signed outside is the fixed content.
 *
 * @param number the version's number
 * @param organisation the party that signed
 * @param fileHash SHA-256 in hexadecimal of the file that was looked at
 */
public record ConfirmSignature(UUID agreement, int number, UUID organisation, String fileHash) implements Command {

    @Override
    public Subject subject() {
        return new Subject("agreement", agreement);
    }
}
