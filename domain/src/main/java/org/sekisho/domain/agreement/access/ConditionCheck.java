package org.sekisho.domain.agreement.access;

/** Finds out whether one condition holds. Every implementation fails closed. */
@FunctionalInterface
interface ConditionCheck {

    /** @param facts about this very request */
    Reason check(AccessRequest request, AccessFacts facts);
}
