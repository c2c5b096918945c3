package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.shared.Days;

/**
 * Everything that the checklist of an agreement rests on. What is empty is unknown.
 *
 * @param at the instant for which it is drawn up
 * @param members everyone with a grant under the agreement that is active and not over
 * @param attestations the agreement's attestations of environments, in whatever state
 * @param freezes every freeze that isn't lifted and names the agreement, a party to it, a member, or everything
 */
public record ChecklistFacts(
        Instant at,
        Optional<AgreementFacts> agreement,
        Optional<List<Member>> members,
        Optional<List<AttestationFact>> attestations,
        Optional<List<FreezeFact>> freezes,
        OutsideFacts outside) {

    public ChecklistFacts {
        members = members.map(List::copyOf);
        attestations = attestations.map(List::copyOf);
        freezes = freezes.map(List::copyOf);
    }

    /**
     * One person of the team.
     *
     * @param grants the person's active grants under the agreement
     * @param trainings the person's records that are neither revoked nor superseded
     */
    public record Member(PersonFacts person, List<GrantFact> grants, List<TrainingFact> trainings) {

        public Member {
            grants = List.copyOf(grants);
            trainings = List.copyOf(trainings);
        }

        /** The grants that give something today. */
        List<GrantFact> current(LocalDate today) {
            return grants.stream()
                    .filter(grant -> person.active()
                            && GrantCheck.isCurrent(grant, today)
                            && person.holds(grant.organisation(), grant.role()))
                    .toList();
        }
    }

    /** Those of the team who may do this now, by the decision that is made when they are about to. */
    public List<PersonFacts> permitted(Action action) {
        return members.orElse(List.of()).stream()
                .filter(member -> agreement
                        .map(known -> AccessRequest.question(member.person().id(), known.id(), action))
                        .filter(request ->
                                AccessPolicy.decide(request, of(member)).permit())
                        .isPresent())
                .map(Member::person)
                .toList();
    }

    private AccessFacts of(Member member) {
        return new AccessFacts(
                at,
                agreement,
                Optional.of(member.person()),
                Optional.of(member.grants()),
                Optional.of(member.trainings()),
                attestations,
                freezes,
                outside);
    }

    /** The day in Tokyo. */
    LocalDate today() {
        return Days.of(at);
    }

    /** What the conditions see that don't depend on a person. */
    AccessFacts withoutPerson() {
        return new AccessFacts(
                at, agreement, Optional.empty(), Optional.empty(), Optional.empty(), attestations, freezes, outside);
    }
}
