package org.sekisho.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.freeze.FreezeError;
import org.sekisho.domain.agreement.freeze.FreezeScope;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Finds what somebody wants to freeze. What may be frozen is wider than what is listed: an authority names a bank's person. */
@ApplicationScoped
public class FreezeScopes {

    @Inject
    private Agreements agreements;

    @Inject
    private People people;

    @Inject
    private Organisations organisations;

    @Inject
    private Entrance entrance;

    /** @throws Refusal with {@link FreezeError#SCOPE_NOT_ONE} or {@link SharedError#NOT_FOUND} */
    FreezeScope of(DeclareFreeze command) {
        int named = (command.agreement().isPresent() ? 1 : 0)
                + (command.person().isPresent() ? 1 : 0)
                + (command.organisation().isPresent() ? 1 : 0)
                + (command.all() ? 1 : 0);
        if (named != 1) {
            throw new Refusal(FreezeError.SCOPE_NOT_ONE);
        }
        return command.agreement()
                .map(id -> FreezeScope.agreement(agreements.require(id).id()))
                .or(() -> command.person().map(this::person))
                .or(() -> command.organisation().map(this::organisation))
                .orElseGet(FreezeScope::all);
    }

    private FreezeScope person(String named) {
        return FreezeScope.person(entrance.withReachOf(SystemReach.ACCESS_DECISION, () -> id(named)
                .map(people::find)
                .orElseGet(() -> people.findByEmail(EmailAddress.of(named)))
                .map(Person::id)
                .orElseThrow(() -> Refusal.of(SharedError.NOT_FOUND, "field", "person"))));
    }

    private FreezeScope organisation(String named) {
        return FreezeScope.organisation(id(named)
                .map(organisations::find)
                .orElseGet(() -> organisations.findByShortName(named))
                .map(Organisation::id)
                .orElseThrow(() -> Refusal.of(SharedError.NOT_FOUND, "field", "organisation")));
    }

    private static Optional<UUID> id(String named) {
        try {
            return Optional.of(UUID.fromString(named));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
