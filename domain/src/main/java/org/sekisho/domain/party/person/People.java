package org.sekisho.domain.party.person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.EmailAddress;

/** All people whom the actor may see. */
public interface People {

    Optional<Person> find(UUID id);

    /** @throws org.sekisho.domain.shared.Refusal when there is none, or none that the actor may see */
    Person require(UUID id);

    /** For what may be chosen in two windows at once: the row is locked until the transaction ends, and the later choice stands. */
    Person requireLocked(UUID id);

    Optional<Person> findByEmail(EmailAddress email);

    /** Those of these addresses that exist; for imports. */
    List<Person> findByEmails(List<EmailAddress> emails);

    /** @throws org.sekisho.domain.shared.Refusal when the address is taken, also by somebody whom the actor may not see */
    void add(Person person);

    /** Adds people whose addresses nobody has yet, many at once. */
    void addAll(List<Person> people);

    /** Whether somebody has the address, also somebody whom the actor may not see. */
    boolean isTaken(EmailAddress email);

    /** Whether anybody has an account; asked at the first start. */
    boolean isEmpty();
}
