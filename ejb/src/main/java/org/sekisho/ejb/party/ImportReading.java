package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.provisioning.ImportContext.ExistingPerson;
import org.sekisho.domain.party.role.AssignmentState;
import org.sekisho.domain.party.role.RoleAssignment;
import org.sekisho.domain.party.role.RoleAssignments;
import org.sekisho.domain.party.role.RoleHistory;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.shared.CurrentAct;

/** Reads ahead what the lines of an import are compared with: a few queries for each five hundred accounts, none a line. */
@ApplicationScoped
class ImportReading {

    private static final int AT_ONCE = 500;

    @Inject
    private People people;

    @Inject
    private RoleAssignments roles;

    @Inject
    private Organisations organisations;

    @Inject
    private Entrance entrance;

    @Inject
    private CurrentAct act;

    /** What is known of these addresses at this moment. */
    ImportFacts about(Collection<EmailAddress> addresses) {
        List<EmailAddress> all = List.copyOf(addresses);
        Map<EmailAddress, ExistingPerson> existing = new HashMap<>();
        ImportFacts facts = new ImportFacts(existing, organisations, roles);
        LocalDate today = Days.of(act.now());
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            List<EmailAddress> some = all.subList(i, Math.min(all.size(), i + AT_ONCE));
            List<Person> found = entrance.withReachOf(SystemReach.CONFLICT_CHECK, () -> people.findByEmails(some));
            Map<UUID, List<RoleAssignment>> held = held(found);
            for (Person person : found) {
                List<RoleAssignment> own = held.getOrDefault(person.id(), List.of());
                existing.put(person.email(), known(person, own, facts, today));
            }
        }
        return facts;
    }

    private Map<UUID, List<RoleAssignment>> held(List<Person> found) {
        if (found.isEmpty()) {
            return Map.of();
        }
        return new ArrayList<>(
                        roles.allForConflicts(found.stream().map(Person::id).collect(Collectors.toSet())))
                .stream().collect(Collectors.groupingBy(RoleAssignment::person));
    }

    private ExistingPerson known(Person person, List<RoleAssignment> own, ImportFacts facts, LocalDate today) {
        boolean administers = own.stream()
                .anyMatch(each -> each.role() == Role.ADMINISTRATOR && each.state() == AssignmentState.IN_EFFECT);
        RoleHistory history =
                RoleHistory.of(own, person.affiliations(), this::kindOf, facts.hasAdministrator(person.home()), today);
        return new ExistingPerson(
                person.id(), person.name(), person.language(), person.home(), person.state(), administers, history);
    }

    private OrganisationKind kindOf(UUID organisation) {
        return organisations.require(organisation).kind();
    }
}
