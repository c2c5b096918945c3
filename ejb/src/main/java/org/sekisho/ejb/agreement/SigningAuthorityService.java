package org.sekisho.ejb.agreement;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.sekisho.domain.agreement.AgreementDirectory;
import org.sekisho.domain.agreement.AuthorityFilter;
import org.sekisho.domain.agreement.AuthorityRow;
import org.sekisho.domain.agreement.SigningAuthorities;
import org.sekisho.domain.agreement.SigningAuthority;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Who may sign for an organisation, and by which document: kept by others than the holder. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class SigningAuthorityService {

    @Inject
    private CurrentAct act;

    @Inject
    private SigningAuthorities authorities;

    @Inject
    private AgreementDirectory directory;

    @Inject
    private Organisations organisations;

    @Inject
    private People people;

    @Inject
    private Entrance entrance;

    /**
     * Authorities on file for an organisation, those that count first; another organisation's for the coordinator only. Sorts:
     * {@code standing} (the list's own), {@code holder}, {@code kind}, {@code reference}, {@code validUntil}.
     */
    @Permission(value = "agreement:keep-authority", recorded = Recorded.REFUSALS)
    public Page<AuthorityRow> list(@About("organisation") UUID organisation, AuthorityFilter filter, PageRequest page) {
        boolean reaches = act.actor().isOf(organisation) || act.actor().holds(Role.COORDINATOR);
        Checks.check(reaches, SharedError.NOT_FOUND);
        return directory.authorities(organisation, filter, page);
    }

    /**
     * Puts an authority on file.
     *
     * @return its id
     * @throws org.sekisho.domain.shared.Refusal with {@link SharedError#NOT_FOUND} when the holder isn't of that organisation, as far
     *     as the actor may see people
     */
    @Permission("agreement:keep-authority")
    public UUID recordAuthority(RecordAuthority command) {
        organisations.require(command.organisation());
        command.person().ifPresent(holder -> requireOf(command.organisation(), holder));
        SigningAuthority authority = new SigningAuthority(
                act.actor(),
                command.organisation(),
                command.person(),
                command.holderName(),
                command.kind(),
                command.reference(),
                command.validUntil(),
                act.now());
        authorities.add(authority);
        act.happened(authority.recorded());
        return authority.id();
    }

    /** Takes an authority off; what was signed under it stays. */
    @Permission("agreement:keep-authority")
    public void revokeAuthority(@About("signing-authority") UUID authority) {
        act.happened(authorities.require(authority).revoke(act.actor(), act.now()));
    }

    /**
     * Who holds an authority, by mail address: somebody who acts for that organisation. The coordinator, who saw the document, finds
     * people of other organisations by it.
     *
     * @throws org.sekisho.domain.shared.Refusal with {@link SharedError#NOT_FOUND}
     */
    @Permission(value = "agreement:keep-authority", recorded = Recorded.REFUSALS)
    public UUID holder(@About("organisation") UUID organisation, String email) {
        EmailAddress address = EmailAddress.of(email);
        return found(() -> people.findByEmail(address))
                .filter(person -> actsFor(person, organisation))
                .map(Person::id)
                .orElseThrow(() -> Refusal.of(SharedError.NOT_FOUND, "field", "holder"));
    }

    private void requireOf(UUID organisation, UUID holder) {
        boolean belongs = found(() -> people.find(holder))
                .filter(person -> actsFor(person, organisation))
                .isPresent();
        Checks.check(belongs, SharedError.NOT_FOUND);
    }

    private boolean actsFor(Person person, UUID organisation) {
        return person.affiliations().current(Days.of(act.now())).contains(organisation);
    }

    /** A person as far as the actor may see people; for the coordinator anybody, since only the organisation given counts. */
    private Optional<Person> found(Supplier<Optional<Person>> search) {
        Supplier<Optional<Person>> whole = () -> {
            Optional<Person> person = search.get();
            person.ifPresent(each -> each.affiliations().current(Days.of(act.now())));
            return person;
        };
        return act.actor().holds(Role.COORDINATOR)
                ? entrance.withReachOf(SystemReach.ACCESS_DECISION, whole)
                : whole.get();
    }
}
