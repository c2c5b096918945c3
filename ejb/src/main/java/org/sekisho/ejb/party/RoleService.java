package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.role.RoleAssignment;
import org.sekisho.domain.party.role.RoleAssignments;
import org.sekisho.domain.party.role.RoleDirectory;
import org.sekisho.domain.party.role.RoleDirectory.RoleFilter;
import org.sekisho.domain.party.role.RoleDirectory.RoleRow;
import org.sekisho.domain.party.role.RoleHistory;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Roles: asked for by one person, approved by a second, confirmed where they take effect, and ended. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class RoleService {

    private static final String ROLE = "role";

    @Inject
    private CurrentAct act;

    @Inject
    private RoleAssignments roles;

    @Inject
    private RoleDirectory directory;

    @Inject
    private RoleHistories histories;

    @Inject
    private People people;

    @Inject
    private Organisations organisations;

    /** Roles that the actor may see, the latest request first; what waits is found by its state. */
    @Permission(value = "role:read", recorded = Recorded.REFUSALS)
    public Page<RoleRow> list(RoleFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /**
     * All roles of a person that the actor may see.
     *
     * @throws Refusal with {@link SharedError#NOT_FOUND} when the actor sees neither the person nor a role of theirs
     */
    @Permission(value = "role:read", recorded = Recorded.REFUSALS)
    public List<RoleRow> of(@About("person") UUID person) {
        List<RoleRow> found = directory.of(person);
        if (found.isEmpty()) {
            people.require(person);
        }
        return found;
    }

    /** One role. */
    @Permission(value = "role:read", recorded = Recorded.REFUSALS)
    public RoleRow one(@About(ROLE) UUID role) {
        return directory.row(role).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /**
     * Asks for a role; its id. The very first coordinator of the installation, whom nobody could approve, holds the role at once.
     *
     * @throws Refusal with a code of {@code PartyError}, a conflict of roles among them
     */
    @Permission("role:request")
    public UUID request(RequestRole command) {
        // Looked for with the actor's own reach first: a rival's person is as unknown as one who isn't there.
        people.require(command.person());
        Person person = histories.candidate(command.person());
        Organisation at = organisations.require(command.organisation());
        RoleHistory history = histories.of(person, at.id(), Optional.empty());
        RoleAssignment assignment = RoleAssignment.ask(
                person, command.role(), at, command.reason(), roles::everHeld, history, act.actor(), act.now());
        roles.add(assignment);
        act.happened(assignment.requested());
        return assignment.id();
    }

    /** A second person agrees. The role is in effect afterwards, or waits for an administrator of its organisation. */
    @Permission("role:approve")
    public void approve(@About(ROLE) UUID role) {
        RoleAssignment assignment = roles.require(role);
        Person person = histories.candidate(assignment.person());
        Organisation at = organisations.require(assignment.organisation());
        RoleHistory history = histories.of(person, at.id(), Optional.of(assignment));
        act.happened(assignment.approve(person, at, history, act.actor(), act.now()));
    }

    /** An administrator of the organisation lets an approved role take effect there. */
    @Permission("role:confirm")
    public void confirm(@About(ROLE) UUID role) {
        RoleAssignment assignment = roles.require(role);
        Person person = histories.candidate(assignment.person());
        Organisation at = organisations.require(assignment.organisation());
        RoleHistory history = histories.of(person, at.id(), Optional.of(assignment));
        act.happened(assignment.confirm(person, at, history, act.actor(), act.now()));
    }

    /** Somebody who could have approved or confirmed says no. */
    @Permission("role:approve")
    public void decline(@About(ROLE) UUID role, String reason) {
        act.happened(roles.require(role).decline(act.actor(), reason, act.now()));
    }

    /** Who asked takes the request back. */
    @Permission("role:request")
    public void withdraw(@About(ROLE) UUID role, String reason) {
        act.happened(roles.require(role).withdraw(act.actor(), reason, act.now()));
    }

    /** Ends a role in effect, from the next request on. */
    @Permission("role:end")
    public void end(@About(ROLE) UUID role, String reason) {
        act.happened(roles.require(role).end(act.actor(), reason, act.now()));
    }
}
