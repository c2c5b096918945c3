package org.sekisho.domain.agreement.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ClauseKind;

/** What must hold before something is done under an agreement, in the order in which it is shown. */
public enum Condition {
    IN_FORCE_WITHIN_TERM(ClauseKind.GENERAL),
    ROLE_ALLOWS_ACTION(ClauseKind.PEOPLE),
    PHASE_ALLOWS_PURPOSE(ClauseKind.PHASE),
    SYSTEM_IN_SCOPE(ClauseKind.SCOPE),
    GRANT_CURRENT(ClauseKind.PEOPLE),
    TRAINING_CURRENT(ClauseKind.PEOPLE),
    ENVIRONMENT_APPROVED(ClauseKind.ENVIRONMENTS),
    PLAYBOOKS_EXERCISED(ClauseKind.PLAYBOOKS),
    NO_AUDIT_OVERDUE(ClauseKind.AUDIT),
    NO_CRITICAL_CORRECTIVE_ACTION_OVERDUE(ClauseKind.AUDIT),
    WITHIN_USAGE_LIMITS(ClauseKind.USAGE),
    /** Comes from no clause: a freeze stops whatever the agreement says. */
    NOT_FROZEN(null);

    private final Optional<ClauseKind> clause;

    Condition(@Nullable ClauseKind clause) {
        this.clause = Optional.ofNullable(clause);
    }

    /** The clause that it comes from. */
    public Optional<ClauseKind> clause() {
        return clause;
    }
}
