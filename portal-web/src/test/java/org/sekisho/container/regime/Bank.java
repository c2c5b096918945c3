package org.sekisho.container.regime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Role;
import org.sekisho.ejb.report.intake.IntakeUpload;

/** One of the rivals: its people, and its things by their kind, with the state after a slash where it isn't the usual one. */
public final class Bank {

    private final String name;
    private final UUID organisation;
    private final Map<Role, Player> people;
    private final Map<String, UUID> things = new LinkedHashMap<>();
    private Optional<IntakeUpload> held = Optional.empty();

    Bank(String name, UUID organisation, Map<Role, Player> people) {
        this.name = name;
        this.organisation = organisation;
        this.people = people;
        keep("organisation", organisation);
        keep("person", person(Role.ANALYST).id());
    }

    /** Keeps a file of reports that is sealed and not begun. */
    void hold(IntakeUpload upload) {
        held = Optional.of(upload);
    }

    /** A file of reports that is sealed and not begun. */
    public IntakeUpload held() {
        return held.orElseThrow();
    }

    public String name() {
        return name;
    }

    public UUID organisation() {
        return organisation;
    }

    public Player person(Role role) {
        Player found = people.get(role);
        if (found == null) {
            throw new IllegalStateException("Nobody at " + name + " is " + role);
        }
        return found;
    }

    /** The roles in which the bank has somebody. */
    Set<Role> roles() {
        return people.keySet();
    }

    void keep(String kind, UUID id) {
        things.put(kind, id);
    }

    /** Whether the bank has such a thing. */
    public boolean has(String kind) {
        return things.containsKey(kind);
    }

    /** The bank's thing of this kind in this state, or in its usual one where it has none in that. */
    public UUID thing(String kind, String state) {
        UUID found = things.get(kind + "/" + state);
        return found == null ? thing(kind) : found;
    }

    /** The bank's thing of this kind. */
    public UUID thing(String kind) {
        UUID found = things.get(kind);
        if (found == null) {
            throw new IllegalStateException("Nothing of " + name + " is kept as " + kind);
        }
        return found;
    }

    /** Everything of the bank's, by kind. */
    public Map<String, UUID> things() {
        return Map.copyOf(things);
    }
}
