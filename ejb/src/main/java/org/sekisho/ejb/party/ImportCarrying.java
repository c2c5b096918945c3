package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.provisioning.ImportContext;
import org.sekisho.domain.party.provisioning.ImportContext.ExistingPerson;
import org.sekisho.domain.party.provisioning.ImportRuns;
import org.sekisho.domain.party.provisioning.LineOutcome;
import org.sekisho.domain.party.provisioning.PersonChange;
import org.sekisho.domain.party.role.HeldRole;
import org.sekisho.domain.party.role.RoleAssignment;
import org.sekisho.domain.party.role.RoleAssignments;
import org.sekisho.domain.party.role.RoleHistory;
import org.sekisho.domain.party.signin.Credential;
import org.sekisho.domain.party.signin.Credentials;
import org.sekisho.ejb.shared.CurrentAct;

/** Carries the changes of a judged table out, some hundred at a time, all in the running transaction. */
@ApplicationScoped
class ImportCarrying {

    private static final int AT_ONCE = 500;

    @Inject
    private People people;

    @Inject
    private Organisations organisations;

    @Inject
    private Credentials credentials;

    @Inject
    private RoleAssignments roles;

    @Inject
    private ImportRuns runs;

    @Inject
    private Links links;

    @Inject
    private CurrentAct act;

    /** @param progress told how many lines are done, after each batch */
    void carryOut(JudgedTable table, String reason, IntConsumer progress) {
        List<LineOutcome> lines = table.lines();
        for (int i = 0; i < lines.size(); i += AT_ONCE) {
            int end = Math.min(lines.size(), i + AT_ONCE);
            List<PersonChange> changes = lines.subList(i, end).stream()
                    .flatMap(line -> line.change().stream())
                    .toList();
            batch(changes, table.context(), reason);
            runs.settle();
            progress.accept(end);
        }
    }

    private void batch(List<PersonChange> changes, ImportContext context, String reason) {
        List<Person> created = new ArrayList<>();
        List<Person> all = new ArrayList<>();
        for (PersonChange change : changes) {
            if (change.person().isPresent()) {
                all.add(change(people.require(change.person().get()), change));
            } else {
                Organisation home = organisations.require(change.organisation());
                Person person =
                        new Person(change.email(), change.name(), change.language(), home, act.actor(), act.now());
                created.add(person);
                all.add(person);
            }
        }
        people.addAll(created);
        for (int i = 0; i < all.size(); i++) {
            request(all.get(i), changes.get(i), context, reason);
        }
        created.forEach(person -> credentials.add(new Credential(person.id())));
        links.mailInvitations(created);
    }

    private static Person change(Person person, PersonChange change) {
        if (!person.name().equals(change.name())) {
            person.rename(change.name());
        }
        if (person.language() != change.language()) {
            person.chooseLanguage(change.language());
        }
        return person;
    }

    private void request(Person person, PersonChange change, ImportContext context, String reason) {
        if (change.roles().isEmpty()) {
            return;
        }
        Organisation at = organisations.require(change.organisation());
        RoleHistory history = context.person(change.email())
                .map(ExistingPerson::history)
                .orElseGet(() -> RoleHistory.ofNewcomer(at.kind(), context.hasAdministrator(at.id())));
        for (Role role : change.roles()) {
            roles.add(RoleAssignment.ask(person, role, at, reason, roles::everHeld, history, act.actor(), act.now()));
            history = history.with(new HeldRole(role, at.id(), false));
        }
    }
}
