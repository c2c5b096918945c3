package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.person.AccountPolicy;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.role.RoleAssignment;
import org.sekisho.domain.party.signin.Credentials;
import org.sekisho.domain.party.signin.LinkPurpose;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** The end and the return of an account, moves between organisations, secondments and commissions. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class AccountEndingService {

    private static final String PERSON = "person";

    @Inject
    private CurrentAct act;

    @Inject
    private People people;

    @Inject
    private Organisations organisations;

    @Inject
    private Credentials credentials;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private Accounts accounts;

    @Inject
    private Endings endings;

    @Inject
    private Links links;

    /** Ends an account: its sessions and roles end, its open links are worthless. It stays on record. */
    @Permission("person:deactivate")
    public void deactivate(@About(PERSON) UUID person, String reason) {
        Person ended = accounts.requireManaged(person);
        act.happened(ended.deactivate(act.actor(), reason, act.now()));
        endings.lapseRoles(person, reason, role -> true);
        accounts.endSessions(person);
        links.replaceOpen(person);
    }

    /** Invites somebody again whose account was ended: password, second factor and roles are to be had anew. */
    @Permission("person:deactivate")
    public IssuedLink reinstate(@About(PERSON) UUID person, String reason) {
        Person back = accounts.requireManaged(person);
        Organisation home = organisations.require(back.home());
        act.happened(back.reinstate(home, act.actor(), reason, act.now()));
        clear(back);
        return links.issue(back, LinkPurpose.INVITATION);
    }

    /** Moves somebody to another home organisation: sessions and roles end, and the person is invited there. */
    @Permission("person:move")
    public IssuedLink move(MovePerson command) {
        AccountPolicy.requireMoves(act.actor());
        Person moved = accounts.requireManaged(command.person());
        Organisation to = organisations.require(command.to());
        // The secret is sealed by the key of the organisation that the person leaves.
        clear(moved);
        EmailAddress email = EmailAddress.of(command.email());
        to.requireDomainOf(email);
        Checks.check(!people.isTaken(email), PartyError.EMAIL_TAKEN, Map.of("email", email.toString()));
        act.happened(moved.move(to, email, act.actor(), act.now()));
        endings.lapseRoles(moved.id(), command.reason(), role -> true);
        accounts.endSessions(moved.id());
        return links.issue(moved, LinkPurpose.INVITATION);
    }

    /** Seconds somebody, or has another organisation commission them. A role there still needs its administrator's consent. */
    @Permission("person:move")
    public void affiliate(AffiliatePerson command) {
        Person person = accounts.requireManaged(command.person());
        Organisation there = organisations.require(command.organisation());
        Checks.require(command.firstDay(), "firstDay");
        LocalDate last = command.lastDay().orElse(null);
        // A role that outlived an earlier stay would come back without the consent that it once had.
        endings.lapseRoles(
                person.id(), "affiliation." + command.kind().name(), role -> isLeftOver(role, person, command));
        switch (command.kind()) {
            case HOST -> act.happened(person.second(there, command.firstDay(), last));
            case COMMISSIONING -> act.happened(person.commission(there, command.firstDay(), last));
            case HOME -> throw new Refusal(PartyError.SAME_HOME);
        }
    }

    /**
     * Ends a secondment or commission; by an administrator of either organisation. Roles there end with it when today is its last
     * day, and open nothing after its last day in any case.
     */
    @Permission("person:edit")
    public void endAffiliation(EndAffiliation command) {
        Person person = people.require(command.person());
        boolean reaches = act.actor().administersInstallation()
                || act.actor().administers(person.home())
                || act.actor().administers(command.organisation());
        Checks.check(reaches, SharedError.NOT_FOUND);
        LocalDate today = Days.of(act.now());
        Checks.check(!command.lastDay().isBefore(today), PartyError.DAYS_REVERSED);
        act.happened(person.endAffiliation(command.organisation(), command.kind(), command.lastDay()));
        if (command.lastDay().equals(today) && isOnly(person, command, today)) {
            UUID there = command.organisation();
            endings.lapseRoles(
                    person.id(), command.reason(), role -> role.organisation().equals(there));
        }
    }

    private boolean isLeftOver(RoleAssignment role, Person person, AffiliatePerson command) {
        return role.organisation().equals(command.organisation())
                && !person.affiliations().current(Days.of(act.now())).contains(role.organisation());
    }

    private static boolean isOnly(Person person, EndAffiliation command, LocalDate today) {
        return person.affiliations().periods().stream()
                .filter(each -> each.organisation().equals(command.organisation()) && each.isCurrent(today))
                .allMatch(each -> each.kind() == command.kind());
    }

    /** Forgets what the person signed in with. */
    private void clear(Person person) {
        act.happened(credentials.requireLocked(person.id()).clear(act.actor()));
        secondFactors.erase(person);
        links.replaceOpen(person.id());
    }
}
