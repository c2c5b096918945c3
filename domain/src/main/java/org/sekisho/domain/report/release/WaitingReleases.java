package org.sekisho.domain.report.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.QueueSource.Waiting;

/** Releases that wait: for an approval, or for a word of their recipient. */
public interface WaitingReleases {

    /**
     * An approval that is missing.
     *
     * @param organisation that releases
     * @param recipient what the recipient is called
     * @param role in which it is to be given
     * @param authorities that see the report and don't receive it
     * @param except who asked for it, has approved, or is tied to the recipient
     */
    record MissingApproval(
            UUID release, UUID organisation, Name recipient, Role role, Set<UUID> authorities, Set<UUID> except) {

        public MissingApproval {
            authorities = Set.copyOf(authorities);
            except = Set.copyOf(except);
        }
    }

    /** Approvals that are missing, the oldest request first. */
    List<MissingApproval> unapproved(Optional<Waiting> who, int most, Instant now);

    /**
     * A confirmation that the recipient owes: of receipt, or after a recall of the destruction.
     *
     * @param people to whom it goes by name; empty for everyone who acts for the recipient
     * @param confirmed who has confirmed it
     */
    record MissingReceipt(
            UUID release, UUID recipient, ReleaseReceipt.Kind kind, Set<UUID> people, Set<UUID> confirmed) {

        public MissingReceipt {
            people = Set.copyOf(people);
            confirmed = Set.copyOf(confirmed);
        }
    }

    /** Confirmations that are missing: of everyone named, or of somebody of the recipient where nobody was; the oldest first. */
    List<MissingReceipt> unconfirmed(Optional<Waiting> who, int most);
}
