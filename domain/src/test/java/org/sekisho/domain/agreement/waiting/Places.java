package org.sekisho.domain.agreement.waiting;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.QueueSource.Waiting;

/** Parties to one agreement, and who of them is asked for a task. */
final class Places {

    static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    static final UUID OFFICE = new UUID(0, 1);
    static final UUID BANK_ID = new UUID(0, 2);
    static final UUID ANN = new UUID(0, 11);
    static final UUID BEN = new UUID(0, 12);

    static final Place SECRETARIAT = place(OFFICE, OrganisationKind.SECRETARIAT, Optional.of(PartyRole.SECRETARIAT));
    static final Place BANK =
            place(BANK_ID, OrganisationKind.INSTITUTION, Optional.of(PartyRole.INSTITUTION_RECEIVING));
    static final Place PROVIDER =
            place(new UUID(0, 3), OrganisationKind.MODEL_PROVIDER, Optional.of(PartyRole.PROVIDER));
    static final Place UNIT = place(new UUID(0, 4), OrganisationKind.AUTHORITY, Optional.empty());

    private Places() {}

    private static Place place(UUID organisation, OrganisationKind kind, Optional<PartyRole> role) {
        return new Place(new UUID(0, 21), "AGR-2026-0001", new UUID(0, 22), 3, organisation, kind, role);
    }

    static Waiting who(UUID person, Place at, Role... roles) {
        return new Waiting(
                person,
                at.organisation(),
                List.of(roles).stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()));
    }

    /** The tasks as {@code TASK of ROLE,ROLE}, with the roles of that organisation for which it waits. */
    static List<String> asked(List<WaitingTask> tasks, Place at) {
        return tasks.stream()
                .map(task -> task.task() + " of " + roles(task, at))
                .toList();
    }

    private static String roles(WaitingTask task, Place at) {
        Set<String> asked = new TreeSet<>();
        for (Role role : EnumSet.allOf(Role.class)) {
            if (task.audience().includes(who(BEN, at, role))) {
                asked.add(role.name());
            }
        }
        return String.join(",", asked);
    }
}
