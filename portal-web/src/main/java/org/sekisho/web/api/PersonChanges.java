package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.person.PersonState;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.party.AccountEndingService;
import org.sekisho.ejb.party.EditPerson;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.web.api.Bodies.NameBody;
import org.sekisho.web.api.PersonBodies.PersonPatch;

/** Which use case a patch of a person asks for: a state by itself, or what is known of the person. */
@RequestScoped
class PersonChanges {

    @Inject
    private PeopleService people;

    @Inject
    private AccountEndingService endings;

    void apply(UUID person, PersonPatch patch, Optional<ReadingLanguage> language) {
        Optional<PersonState> state = Listing.constant(patch.state(), PersonState.class, "state");
        boolean edits = patch.email() != null || patch.name() != null || language.isPresent();
        if (state.isPresent() == edits) {
            throw Refusal.of(SharedError.MALFORMED, "field", "state");
        }
        if (state.isPresent()) {
            become(person, state.get(), patch.reason() == null ? "" : patch.reason());
        } else {
            people.edit(new EditPerson(
                    person,
                    Optional.ofNullable(patch.version()),
                    Optional.ofNullable(patch.email()),
                    Optional.ofNullable(patch.name()).map(NameBody::name),
                    language));
        }
    }

    private void become(UUID person, PersonState state, String reason) {
        switch (state) {
            case LOCKED -> people.lock(person, reason);
            case ACTIVE -> people.unlock(person);
            case DEACTIVATED -> endings.deactivate(person, reason);
            case INVITED -> endings.reinstate(person, reason);
        }
    }
}
