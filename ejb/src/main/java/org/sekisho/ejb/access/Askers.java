package org.sekisho.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.grant.GrantDirectory;
import org.sekisho.domain.agreement.grant.GrantFilter;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.CurrentAct;

/** Who may ask about whom. Whoever may not, isn't told whether there is such a person. */
@ApplicationScoped
public class Askers {

    @Inject
    private CurrentAct act;

    @Inject
    private People people;

    @Inject
    private GrantDirectory grants;

    @Inject
    private Entrance entrance;

    /**
     * The id of the person, where the actor may ask about them under this agreement.
     *
     * @param named an id or a mail address
     * @throws Refusal with {@link SharedError#NOT_FOUND}
     */
    UUID requireWithinReach(String named, UUID agreement) {
        Optional<Person> visible = find(named);
        Actor asker = act.actor();
        if (visible.filter(person -> person.id().equals(act.person())).isPresent()) {
            return act.person();
        }
        if (asker.holds(Role.COORDINATOR)) {
            return entrance.withReachOf(SystemReach.ACCESS_DECISION, () -> find(named))
                    .map(Person::id)
                    .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        }
        Optional<Person> own = visible.filter(person -> asker.organisation()
                .filter(organisation -> asker.administers(organisation) && belongs(person, organisation))
                .isPresent());
        if (own.isPresent()) {
            return own.get().id();
        }
        if (asker.holds(Role.AUDITOR)) {
            return entrance.withReachOf(SystemReach.NAMES, () -> find(named))
                    .map(Person::id)
                    .filter(person -> isGranted(person, agreement))
                    .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        }
        throw new Refusal(SharedError.NOT_FOUND);
    }

    /** Whether the auditor, as far as the engagement reaches, sees a grant of the person under the agreement. */
    private boolean isGranted(UUID person, UUID agreement) {
        GrantFilter all = GrantFilter.under(agreement);
        GrantFilter filter = new GrantFilter(
                all.agreement(),
                Optional.empty(),
                Optional.of(person),
                Optional.empty(),
                all.states(),
                Optional.empty(),
                Optional.empty());
        return !grants.list(filter, PageRequest.first()).items().isEmpty();
    }

    /** Whether the person is at home there, or works there as a secondee or contractor, today. */
    private boolean belongs(Person person, UUID organisation) {
        return person.home().equals(organisation)
                || person.affiliations().current(Days.of(act.now())).contains(organisation);
    }

    private Optional<Person> find(String named) {
        try {
            return people.find(UUID.fromString(named));
        } catch (IllegalArgumentException noId) {
            return address(named).flatMap(people::findByEmail);
        }
    }

    /** What was typed may be anything; what is no address belongs to nobody. */
    private static Optional<EmailAddress> address(String typed) {
        try {
            return Optional.of(EmailAddress.of(typed));
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }
}
