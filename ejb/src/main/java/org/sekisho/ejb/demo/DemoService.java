package org.sekisho.ejb.demo;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.sekisho.domain.party.DemoClock;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.person.PersonState;
import org.sekisho.domain.party.signin.Credential;
import org.sekisho.domain.party.signin.Credentials;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.Surroundings;
import org.sekisho.ejb.shared.UseCases;

/** What only the demo regime does; outside it every one of these is refused. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class DemoService {

    /** How far the clock can be moved either way. */
    public static final Duration FARTHEST = Duration.ofDays(1_000);

    @Inject
    private CurrentAct act;

    @Inject
    private Settings settings;

    @Inject
    private Surroundings surroundings;

    @Inject
    private DemoClock demoClock;

    @Inject
    private People people;

    @Inject
    private Credentials credentials;

    /** Moves the clock of every node: what was due later is due, what was valid may have run out. */
    @Permission("clock:move")
    public void moveClock(Duration offset) {
        move(offset);
    }

    /** The same, while the demo is loaded, so that what it shows has a past. */
    @Permission("installation:demo")
    public void setClock(Duration offset) {
        move(offset);
    }

    /** What the database holds of the demo. */
    @Permission(value = "installation:demo", recorded = Recorded.REFUSALS)
    public DemoStanding standing() {
        if (demoClock.isLoaded()) {
            return DemoStanding.WHOLE;
        }
        return demoClock.offset().isPresent() ? DemoStanding.PARTIAL : DemoStanding.ABSENT;
    }

    /**
     * Marks an empty database as one that is going to hold the demo. Nothing takes the mark off: until {@link #finish} the database
     * opens to nobody.
     *
     * @return whether it was empty; where it wasn't, nothing is marked
     */
    @Permission("installation:demo")
    public boolean begin() {
        requireDemo();
        boolean empty = people.isEmpty();
        if (empty) {
            demoClock.set(Duration.ZERO);
        }
        return empty;
    }

    /** Says that the demo is there, whole. */
    @Permission("installation:demo")
    public void finish() {
        requireDemo();
        demoClock.markLoaded();
    }

    /** The person with this address, where there is one already. */
    @Permission(value = "installation:demo", recorded = Recorded.REFUSALS)
    public Optional<UUID> find(String email) {
        return people.findByEmail(EmailAddress.of(email)).map(Person::id);
    }

    /** Lets a person of the demo sign in with the demo's password, which the rules for real ones would refuse. */
    @Permission("installation:demo")
    public void admit(UUID id, String password) {
        requireDemo();
        Person person = people.require(id);
        Credential credential = credentials.requireLocked(id);
        act.happened(credential.setPassword(new DefaultPasswordService().encryptPassword(password), act.now()));
        if (person.state() == PersonState.INVITED) {
            act.happened(person.activate(act.now()));
        }
    }

    /** Reads what another node, or an earlier start, has set. */
    @Permission(value = "installation:demo", recorded = Recorded.REFUSALS)
    public void followClock() {
        demoClock.offset().filter(offset -> settings.demo()).ifPresent(surroundings::moveClock);
    }

    private void move(Duration offset) {
        requireDemo();
        if (offset.abs().compareTo(FARTHEST) > 0) {
            throw Refusal.of(SharedError.MALFORMED, "field", "days");
        }
        demoClock.set(offset);
        act.happened(
                DomainEvent.of("clock.moved", "person", act.actor().person().orElse(new UUID(0, 0)))
                        .with("seconds", offset.toSeconds())
                        .build());
        act.afterCommit(() -> surroundings.moveClock(offset));
    }

    private void requireDemo() {
        if (!settings.demo()) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
    }
}
