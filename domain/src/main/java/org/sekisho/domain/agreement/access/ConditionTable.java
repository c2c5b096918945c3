package org.sekisho.domain.agreement.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.agreement.clause.Action;

/** The one table of what each action needs. */
public final class ConditionTable {

    private static final Set<Condition> EVERY = Collections.unmodifiableSet(EnumSet.allOf(Condition.class));

    /** A lapse never locks anyone out of their own findings, or out of the evidence. */
    private static final Set<Condition> OWN_WORK = Collections.unmodifiableSet(
            EnumSet.of(Condition.ROLE_ALLOWS_ACTION, Condition.GRANT_CURRENT, Condition.NOT_FROZEN));

    private ConditionTable() {}

    /** The conditions that must all hold for the action, in their order. */
    public static Set<Condition> needs(Action action) {
        return switch (action) {
            case MODEL_USE, LIVE_FIRE_RUN, REPORT_RELEASE, REPORT_EXPORT -> EVERY;
            case REPORT_READ, REPORT_REVIEW, REPORT_REMEDIATE, INCIDENT_RUN, AUDIT_ANSWER -> OWN_WORK;
        };
    }

    /**
     * Whether a freeze of everything, of the agreement, or of a party that the person doesn't act for stops the action: use of the
     * model and what leaves. Working on one's own findings and incidents, and answering auditors, is stopped only by a freeze that
     * names the person or an organisation they act for; nobody escapes an audit by freezing the agreement.
     */
    static boolean isStoppedWidely(Action action) {
        return needs(action) == EVERY;
    }
}
