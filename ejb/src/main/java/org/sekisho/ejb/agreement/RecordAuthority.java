package org.sekisho.ejb.agreement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.AuthorityKind;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Puts on file that somebody may sign for an organisation.
 *
 * @param person the holder; empty for one who signs outside and is no user here
 * @param holderName the holder's name, as it stands in the document
 * @param reference the document: its number or title
 * @param validUntil the last day on which it counts
 */
public record RecordAuthority(
        UUID organisation,
        Optional<UUID> person,
        String holderName,
        AuthorityKind kind,
        String reference,
        LocalDate validUntil)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject("organisation", organisation);
    }
}
