package org.sekisho.domain.party.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Lists of mails, for whoever runs the installation. */
public interface MailDirectory {

    /** Mails, the latest first. Sorts: {@code created}, {@code email}. */
    Page<MailRow> list(MailFilter filter, PageRequest page);

    /** One mail as a list shows it; nothing in it opens its link. */
    record MailRow(
            UUID id,
            UUID person,
            String email,
            Name name,
            MailKind kind,
            MailState state,
            int attempts,
            Instant createdAt,
            Instant nextAttemptAt,
            Optional<Instant> sentAt,
            Optional<String> failure) {

        /** Whether it can be tried anew as it is: a link has to be made anew instead. */
        public boolean isRepeatable() {
            return state == MailState.GIVEN_UP && !kind.holdsLink();
        }
    }

    /**
     * Which mails.
     *
     * @param text part of a name or address
     */
    record MailFilter(Optional<String> text, Optional<MailState> state) {}
}
