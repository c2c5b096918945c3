package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.freeze.FreezeKind;
import org.sekisho.domain.shared.Days;

/**
 * Everything that a decision rests on, read before it with the decision's own reach. What is empty is unknown, which denies; an
 * empty list inside is knowledge that there is nothing.
 *
 * @param at the instant for which is decided
 * @param grants the person's grants under the agreement, in whatever state
 * @param trainings the person's training records that are neither revoked nor superseded
 * @param attestations the agreement's attestations of environments, in whatever state
 * @param freezes every freeze that isn't lifted and names the person, one of their organisations, the agreement, a party to it, or
 *     everything; others may be among them
 */
public record AccessFacts(
        Instant at,
        Optional<AgreementFacts> agreement,
        Optional<PersonFacts> person,
        Optional<List<GrantFact>> grants,
        Optional<List<TrainingFact>> trainings,
        Optional<List<AttestationFact>> attestations,
        Optional<List<FreezeFact>> freezes,
        OutsideFacts outside) {

    public AccessFacts {
        grants = grants.map(List::copyOf);
        trainings = trainings.map(List::copyOf);
        attestations = attestations.map(List::copyOf);
        freezes = freezes.map(List::copyOf);
    }

    /** Nothing is known. */
    public static AccessFacts unknown(Instant at) {
        return new AccessFacts(
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OutsideFacts.unknown());
    }

    /**
     * Whether a freeze names the person or the organisation that they act for; a freeze that isn't known to be absent does. What it
     * names may do nothing under the agreement, whichever conditions an act needs besides.
     */
    public boolean isFrozen(UUID who, Optional<UUID> actingFor) {
        return freezes.map(known -> isNamed(known, who, actingFor)).orElse(true);
    }

    /** Whether one of these freezes names the person or the organisation that they act for. */
    public static boolean isNamed(List<FreezeFact> freezes, UUID who, Optional<UUID> actingFor) {
        return freezes.stream()
                .map(FreezeFact::scope)
                .anyMatch(scope -> scope.names(FreezeKind.PERSON, who)
                        || actingFor
                                .filter(own -> scope.names(FreezeKind.ORGANISATION, own))
                                .isPresent());
    }

    /** The day in Tokyo. */
    LocalDate today() {
        return Days.of(at);
    }

    /** These facts without whatever is about another person or agreement than the request. */
    AccessFacts about(AccessRequest request) {
        return new AccessFacts(
                at,
                agreement.filter(known -> known.id().equals(request.agreement())),
                person.filter(known -> known.id().equals(request.person())),
                grants.map(known -> known.stream()
                        .filter(grant -> grant.person().equals(request.person())
                                && grant.agreement().equals(request.agreement()))
                        .toList()),
                trainings.map(known -> known.stream()
                        .filter(training -> training.person().equals(request.person()))
                        .toList()),
                attestations.map(known -> known.stream()
                        .filter(attestation -> attestation.agreement().equals(request.agreement()))
                        .toList()),
                freezes,
                outside);
    }
}
