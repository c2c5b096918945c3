package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.person.AccountPolicy;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.party.signin.LinkDelivery;
import org.sekisho.domain.party.signin.SessionEnd;
import org.sekisho.domain.shared.Checks;
import org.sekisho.ejb.shared.CurrentAct;

/** What every act on somebody's account begins and ends with. */
@ApplicationScoped
class Accounts {

    @Inject
    private People people;

    @Inject
    private RoleHistories histories;

    @Inject
    private Endings endings;

    @Inject
    private CurrentAct act;

    /** The person, when the actor looks after this account. */
    Person requireManaged(UUID person) {
        Person found = people.require(person);
        AccountPolicy.requireManages(act.actor(), found.home(), histories.administersInstallation(person));
        return found;
    }

    /** Refuses what nobody does to their own account. */
    void requireOther(UUID person) {
        Checks.check(!act.person().equals(person), PartyError.OWN_ACCOUNT);
    }

    /** Refuses when a link that was asked for could only go through another administrator's hand. */
    void requireMade(IssuedLink link) {
        AccountError unmade =
                link.delivery() == LinkDelivery.SEALED ? AccountError.LINK_NOT_SEALED : AccountError.LINK_NOT_SHOWN;
        Checks.check(link.expiresAt().isPresent(), unmade);
    }

    void endSessions(UUID person) {
        endings.endSessions(person, SessionEnd.ACCOUNT_CHANGED, Optional.empty());
    }
}
