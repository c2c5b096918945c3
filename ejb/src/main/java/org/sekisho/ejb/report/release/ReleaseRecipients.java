package org.sekisho.ejb.report.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.domain.party.organisation.OrganisationState;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.report.release.Recipient;
import org.sekisho.domain.report.release.ReleaseError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/** For whom a rendering is made. Somebody unknown is answered like somebody of another organisation: addresses can't be tried out. */
@ApplicationScoped
class ReleaseRecipients {

    @Inject
    private People people;

    @Inject
    private Entrance entrance;

    Recipient of(OrganisationRow to, List<String> addresses) {
        Checks.check(to.state() == OrganisationState.ACTIVE, ReleaseError.RECIPIENT_INACTIVE);
        Set<UUID> named = entrance.withReachOf(
                SystemReach.NAMES,
                () -> addresses.stream().map(each -> person(to, each)).collect(Collectors.toUnmodifiableSet()));
        return new Recipient(to.id(), to.kind(), named);
    }

    /** The names of the people whom it is for, in a language; none where it is for everyone who acts for the organisation. */
    List<String> names(Recipient recipient, ReadingLanguage language) {
        return entrance.withReachOf(SystemReach.NAMES, () -> recipient.people().stream()
                .map(each -> people.require(each).name().in(language))
                .sorted()
                .toList());
    }

    private UUID person(OrganisationRow to, String address) {
        return people.findByEmail(EmailAddress.of(address))
                .filter(each -> each.home().equals(to.id()))
                .orElseThrow(() -> new Refusal(ReleaseError.PERSON_OF_OTHER))
                .id();
    }
}
