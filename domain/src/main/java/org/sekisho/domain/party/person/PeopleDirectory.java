package org.sekisho.domain.party.person;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Lists of people, for those who look after them: people aren't visible to everyone. */
public interface PeopleDirectory {

    /** An account in use for nobody so long is shown as idle. */
    Duration IDLE_AFTER = Duration.ofDays(180);

    /**
     * People whom the actor may see, by address. Sorts: {@code email}, {@code name}, {@code organisation}, {@code lastSignedIn},
     * {@code state}.
     */
    Page<PersonRow> list(PersonFilter filter, PageRequest page);

    /** Everything about one person; empty when there is none, or none that the actor may see. */
    Optional<PersonView> view(UUID person);

    /** The same by address. */
    Optional<PersonView> viewByEmail(String email);

    /** How many organisations the people belong to whom the actor may see. */
    int organisationCount();

    /**
     * Names for people who appear in records that the actor may see; whoever isn't found is shown without a name.
     *
     * @param people at most 1,000
     */
    List<PersonName> names(Set<UUID> people);

    /**
     * One person as a list shows them.
     *
     * @param roles in effect, at any organisation
     * @param secondFactor whether one is enrolled
     * @param lastSignedIn empty for never
     */
    record PersonRow(
            UUID id,
            String email,
            Name name,
            UUID organisation,
            String organisationShortName,
            Name organisationName,
            Set<Role> roles,
            boolean secondFactor,
            Optional<Instant> lastSignedIn,
            PersonState state) {

        public PersonRow {
            roles = Set.copyOf(roles);
        }

        /** Whether a role asks for a second factor that isn't enrolled; the demo regime doesn't insist. */
        public boolean lacksSecondFactor() {
            return !secondFactor && roles.stream().anyMatch(Role::needsSecondFactor);
        }

        /** Whether an active account hasn't been used for {@link #IDLE_AFTER}. */
        public boolean isIdle(Instant now) {
            return state == PersonState.ACTIVE
                    && lastSignedIn
                            .filter(last -> last.plus(IDLE_AFTER).isBefore(now))
                            .isPresent();
        }
    }

    /**
     * One person as their page shows them.
     *
     * @param stateReason why locked, deactivated or reinstated; empty where no reason is asked for
     * @param lockedUntil until when failures make the account wait
     * @param version for optimistic locking
     */
    record PersonView(
            PersonRow row,
            ReadingLanguage language,
            String stateReason,
            String stateChangedBy,
            Instant stateChangedAt,
            Optional<Instant> lockedUntil,
            Instant createdAt,
            List<AffiliationRow> affiliations,
            int version) {

        public PersonView {
            affiliations = List.copyOf(affiliations);
        }
    }

    /**
     * The periods of a person at organisations, the earliest first. Sorts: {@code first}, {@code organisation}, {@code kind}.
     *
     * @param kind only those of this one; empty for all
     */
    Page<AffiliationRow> affiliations(UUID person, Optional<AffiliationKind> kind, PageRequest page);

    /** One period at an organisation. */
    record AffiliationRow(
            UUID organisation,
            String shortName,
            Name name,
            AffiliationKind kind,
            LocalDate firstDay,
            Optional<LocalDate> lastDay) {}

    /** What a person is called, and where they are. */
    record PersonName(UUID id, String email, Name name, UUID organisation) {}

    /**
     * Which people.
     *
     * @param text part of a name or address
     * @param organisation the home organisation
     * @param role in effect
     * @param secondFactor whether one is enrolled
     */
    record PersonFilter(
            Optional<String> text,
            Optional<UUID> organisation,
            Optional<Role> role,
            Optional<PersonState> state,
            Optional<Boolean> secondFactor) {

        /** Everyone. */
        public static PersonFilter all() {
            return new PersonFilter(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
