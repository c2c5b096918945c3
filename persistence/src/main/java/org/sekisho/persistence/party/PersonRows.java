package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** People as rows. */
@ApplicationScoped
public class PersonRows implements People {

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Optional<Person> find(UUID id) {
        return entities.find(Person.class, id);
    }

    @Override
    public Person require(UUID id) {
        return entities.require(Person.class, id);
    }

    @Override
    public Person requireLocked(UUID id) {
        return entities.requireLocked(Person.class, id);
    }

    @Override
    public Optional<Person> findByEmail(EmailAddress email) {
        return entities.first(
                Person.class, "select p from Person p where p.email = :email", Map.of("email", email.toString()));
    }

    @Override
    public List<Person> findByEmails(List<EmailAddress> emails) {
        if (emails.isEmpty()) {
            return List.of();
        }
        return entities.list(
                Person.class,
                "select distinct p from Person p left join fetch p.affiliations where p.email in :emails",
                Map.of("emails", emails.stream().map(EmailAddress::toString).toList()));
    }

    /** Written at once: the credential and the roles refer to the row. */
    @Override
    public void add(Person person) {
        if (isTaken(person.email())) {
            throw Refusal.of(PartyError.EMAIL_TAKEN, "email", person.email());
        }
        addAll(List.of(person));
    }

    @Override
    public void addAll(List<Person> people) {
        people.forEach(entities::add);
        entities.flush();
    }

    @Override
    public boolean isTaken(EmailAddress email) {
        return entrance.withReachOf(
                SystemReach.CONFLICT_CHECK, () -> sql.query("select 1 from person where email = :email")
                        .with("email", email.toString())
                        .first(row -> true)
                        .isPresent());
    }

    @Override
    public boolean isEmpty() {
        return sql.query("select 1 from person limit 1").first(row -> true).isEmpty();
    }
}
