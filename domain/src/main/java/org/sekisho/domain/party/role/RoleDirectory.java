package org.sekisho.domain.party.role;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Lists of roles: of one person, and what waits for approval or confirmation. */
public interface RoleDirectory {

    /** Roles that the actor may see, the latest request first. Sorts: {@code requestedAt}, {@code email}, {@code role}. */
    Page<RoleRow> list(RoleFilter filter, PageRequest page);

    /** All roles of a person that the actor may see, the latest request first. */
    List<RoleRow> of(UUID person);

    /** One role; empty when there is none, or none that the actor may see. */
    Optional<RoleRow> row(UUID assignment);

    /**
     * Roles in a state that wait for somebody's decision, without those that this person asked for or is to hold.
     *
     * @param organisation at which they are; empty for all that the actor may see
     */
    Page<RoleRow> waitingFor(UUID person, AssignmentState state, Optional<UUID> organisation, PageRequest page);

    /**
     * Roles that wait for approval or confirmation, whoever's, the oldest first.
     *
     * @param each how many at most of one organisation and state
     */
    List<RoleRow> undecided(int each, int most);

    /**
     * One role as a list shows it. Who asked, approved and confirmed are names, empty where nobody did or the actor can't see whom.
     *
     * @param closedReason why it was declined, withdrawn or ended
     */
    record RoleRow(
            UUID id,
            UUID person,
            String email,
            Name name,
            Role role,
            UUID organisation,
            String organisationShortName,
            Name organisationName,
            AssignmentState state,
            String reason,
            Optional<UUID> requestedBy,
            Optional<Name> requestedByName,
            Instant requestedAt,
            Optional<Name> approvedByName,
            Optional<Name> confirmedByName,
            Optional<Instant> effectiveAt,
            Optional<Instant> closedAt,
            String closedReason,
            int version) {}

    /**
     * Which roles.
     *
     * @param text part of the person's name or address
     * @param person whose role it is
     * @param organisation at which the role is
     */
    record RoleFilter(
            Optional<String> text,
            Optional<UUID> person,
            Optional<UUID> organisation,
            Optional<Role> role,
            Optional<AssignmentState> state) {

        /** Every role. */
        public static RoleFilter all() {
            return new RoleFilter(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
