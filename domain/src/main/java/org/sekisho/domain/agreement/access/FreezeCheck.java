package org.sekisho.domain.agreement.access;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.freeze.FreezeKind;

/**
 * Whether no freeze stops this. A freeze of a person or an organisation stops them, and their people, in everything under every
 * agreement. It stops use of the model, and what leaves, for everyone under an agreement by which the organisation receives access
 * or provides the model; so does a freeze of the agreement itself.
 */
final class FreezeCheck {

    private static final Condition CONDITION = Condition.NOT_FROZEN;

    private FreezeCheck() {}

    static Reason notFrozen(AccessRequest request, AccessFacts facts) {
        if (facts.freezes().isEmpty()
                || facts.person().isEmpty()
                || facts.agreement().flatMap(AgreementFacts::receiver).isEmpty()) {
            return Reason.unknown(CONDITION);
        }
        Set<UUID> actingFor = new HashSet<>(facts.person().get().organisations());
        facts.grants().orElse(List.of()).stream()
                .filter(grant -> GrantCheck.isCurrent(grant, facts.today()))
                .forEach(grant -> actingFor.add(grant.organisation()));
        AgreementFacts agreement = facts.agreement().get();
        return of(facts.freezes().get().stream()
                .filter(freeze -> freeze.scope().names(FreezeKind.PERSON, request.person())
                        || stopsUnder(freeze, agreement, actingFor, request.action()))
                .toList());
    }

    /** Whether the freeze stops the action under the agreement for somebody who acts for these organisations. */
    static boolean stopsUnder(FreezeFact freeze, AgreementFacts agreement, Set<UUID> actingFor, Action action) {
        Optional<UUID> target = freeze.scope().target();
        return switch (freeze.scope().kind()) {
            case PERSON -> false;
            case ORGANISATION -> target.filter(frozen -> actingFor.contains(frozen)
                            || (ConditionTable.isStoppedWidely(action)
                                    && (agreement.isProvider(frozen)
                                            || agreement
                                                    .receiver()
                                                    .filter(frozen::equals)
                                                    .isPresent())))
                    .isPresent();
            case AGREEMENT -> ConditionTable.isStoppedWidely(action)
                    && target.filter(agreement.id()::equals).isPresent();
            case ALL -> ConditionTable.isStoppedWidely(action);
        };
    }

    /** @param stopping the freezes that stop what was asked for */
    static Reason of(List<FreezeFact> stopping) {
        if (stopping.isEmpty()) {
            return Reason.holds(CONDITION, Phrase.of(FoundCode.NOT_FROZEN));
        }
        return Reason.fails(
                CONDITION,
                stopping.stream().map(FreezeCheck::found).toList(),
                stopping.stream()
                        .map(FreezeCheck::remedy)
                        .distinct()
                        .map(Phrase::of)
                        .toList());
    }

    private static RemedyCode remedy(FreezeFact freeze) {
        if (freeze.liftProposed()) {
            return RemedyCode.SECOND_LIFT;
        }
        return freeze.scope().kind() == FreezeKind.ALL ? RemedyCode.LIFT_FREEZE_OF_ALL : RemedyCode.LIFT_FREEZE;
    }

    private static Phrase found(FreezeFact freeze) {
        return Phrase.of(
                freeze.liftProposed() ? FoundCode.FROZEN_LIFT_PROPOSED : FoundCode.FROZEN,
                Map.of("scope", freeze.scope().kind(), "since", freeze.since()));
    }
}
