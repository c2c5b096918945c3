package org.sekisho.domain.shared;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * For whom something waits: everyone who holds one of these roles, acts for one of these organisations, and is one of these people,
 * but for those who took part already. The page asks it about one person and the notices about all of them, so that the two can't
 * disagree.
 *
 * @param roles the names of the roles, one of which is needed
 * @param organisations for one of which the person acts; empty for any
 * @param people of whom the person is one; empty for any
 * @param except for whom it doesn't wait, whatever they hold
 */
public record Audience(Set<String> roles, Set<UUID> organisations, Set<UUID> people, Set<UUID> except) {

    public Audience {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("Nothing waits for whoever holds no role");
        }
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        organisations = Set.copyOf(organisations);
        people = Set.copyOf(people);
        except = Set.copyOf(except);
    }

    /** Whoever holds one of these roles, anywhere. */
    public static Audience holding(Set<? extends Enum<?>> roles) {
        return new Audience(
                roles.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()), Set.of(), Set.of(), Set.of());
    }

    /** Only those who act for this organisation. */
    public Audience at(UUID organisation) {
        return new Audience(roles, Set.of(organisation), people, except);
    }

    /** Only those who act for one of these organisations. */
    public Audience at(Set<UUID> some) {
        return new Audience(roles, some, people, except);
    }

    /** Only this person. */
    public Audience only(UUID person) {
        return only(Set.of(person));
    }

    /** Only these people. */
    public Audience only(Set<UUID> few) {
        return new Audience(roles, organisations, few, except);
    }

    /** All but these people. */
    public Audience except(Set<UUID> others) {
        return new Audience(roles, organisations, people, others);
    }

    /** Whether it waits for this person. */
    public boolean includes(QueueSource.Waiting who) {
        return !Collections.disjoint(roles, who.roles())
                && (organisations.isEmpty() || organisations.contains(who.organisation()))
                && (people.isEmpty() || people.contains(who.person()))
                && !except.contains(who.person());
    }
}
