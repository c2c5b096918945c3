package org.sekisho.domain.party.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Lists of who is signed in. */
public interface SessionDirectory {

    /** Live sessions of the people whom an administrator looks after, the last seen first. Sorts: {@code email}, {@code lastSeen}. */
    Page<SessionRow> list(SessionFilter filter, PageRequest page, Instant now);

    /** A person's own live sessions, the last seen first. */
    List<SessionRow> of(UUID person, Instant now);

    /** One live session as a list shows it. */
    record SessionRow(
            UUID id,
            UUID person,
            String email,
            Name name,
            String organisationShortName,
            Name organisation,
            SessionKind kind,
            boolean secondFactor,
            String address,
            String userAgent,
            Instant signedInAt,
            Instant lastSeenAt,
            Instant deadline) {}

    /**
     * Which sessions.
     *
     * @param text part of a name or address
     */
    record SessionFilter(
            Optional<String> text, Optional<UUID> person, Optional<UUID> organisation, Optional<SessionKind> kind) {

        /** Every live session. */
        public static SessionFilter all() {
            return new SessionFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
