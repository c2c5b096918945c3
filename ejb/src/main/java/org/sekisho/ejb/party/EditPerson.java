package org.sekisho.ejb.party;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Changes what is known of a person; what is empty stays.
 *
 * @param version that was read; with another, somebody else was faster
 */
public record EditPerson(
        UUID person,
        Optional<Integer> version,
        Optional<String> email,
        Optional<Name> name,
        Optional<ReadingLanguage> language)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject("person", person);
    }
}
