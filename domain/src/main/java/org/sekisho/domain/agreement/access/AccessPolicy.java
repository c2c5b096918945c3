package org.sekisho.domain.agreement.access;

import java.util.List;

/**
 * Decides whether something may be done under an agreement. A pure function: the same request and facts give the same decision.
 * It permits only if every condition that the action needs was positively found to hold; an unknown fact, a missing clause and a
 * fact about somebody else deny.
 */
public final class AccessPolicy {

    private AccessPolicy() {}

    /** The decision with all its reasons. */
    public static AccessDecision decide(AccessRequest request, AccessFacts facts) {
        AccessFacts about = facts.about(request);
        List<Reason> reasons = ConditionTable.needs(request.action()).stream()
                .map(condition -> check(condition).check(request, about))
                .toList();
        return new AccessDecision(request, facts.at(), reasons);
    }

    static ConditionCheck check(Condition condition) {
        return switch (condition) {
            case IN_FORCE_WITHIN_TERM -> AgreementChecks::inForceWithinTerm;
            case ROLE_ALLOWS_ACTION -> RoleCheck::roleAllowsAction;
            case PHASE_ALLOWS_PURPOSE -> AgreementChecks::phaseAllowsPurpose;
            case SYSTEM_IN_SCOPE -> AgreementChecks::systemInScope;
            case GRANT_CURRENT -> GrantCheck::grantCurrent;
            case TRAINING_CURRENT -> TrainingCheck::trainingCurrent;
            case ENVIRONMENT_APPROVED -> EnvironmentCheck::environmentApproved;
            case PLAYBOOKS_EXERCISED -> PlaybookCheck::playbooksExercised;
            case NO_AUDIT_OVERDUE -> AssuranceChecks::noAuditOverdue;
            case NO_CRITICAL_CORRECTIVE_ACTION_OVERDUE -> AssuranceChecks::noCriticalActionOverdue;
            case WITHIN_USAGE_LIMITS -> UsageCheck::withinUsageLimits;
            case NOT_FROZEN -> FreezeCheck::notFrozen;
        };
    }
}
