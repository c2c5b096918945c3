package org.sekisho.domain.agreement.access;

import java.util.Set;

/** What was found about a condition. Parameters are named as in the sentences of the bundles. */
public enum FoundCode implements Wording {
    /** Nobody knows, or the part that knows doesn't answer. */
    UNKNOWN,
    CLAUSE_MISSING,

    IN_FORCE("signed", "needed", "version", "hash", "until"),
    AGREEMENT_NOT_IN_FORCE("state"),
    SIGNATURES_MISSING("signed", "needed", "version"),
    TERM_NOT_BEGUN("day"),
    TERM_OVER("day"),

    ROLE_ALLOWS("roles", "action"),
    ROLE_ALLOWS_NOT("action"),
    PERSON_INACTIVE,
    ORGANISATION_NOT_PARTY,
    LIVE_FIRE_FORBIDDEN,
    NO_EXPORT_RULE("action"),

    PHASE_ALLOWS("phase", "purposes"),
    PHASE_PERMITS_NOTHING("phase"),
    PURPOSE_NOT_ALLOWED("phase", "purpose"),
    PURPOSE_NOT_NAMED,

    SYSTEM_IN_SCOPE("system"),
    SYSTEMS_IN_SCOPE("count"),
    SYSTEM_OUT_OF_SCOPE("system"),
    SYSTEM_EXCLUDED("system"),
    SYSTEM_NOT_NAMED,

    GRANT_CURRENT("role", "until"),
    GRANT_NONE,
    GRANT_NOT_APPROVED("role"),
    GRANT_NOT_CHECKED("role"),
    GRANT_NOT_BEGUN("role", "day"),
    GRANT_OVER("role", "day"),
    GRANT_DECLINED("role"),
    GRANT_REVOKED("role"),
    GRANT_FOR_OTHER_ROLE("role", "action"),
    GRANT_OF_OTHER_ORGANISATION("role"),

    TRAINING_CURRENT("training", "until"),
    TRAINING_NOT_REQUIRED,
    TRAINING_NONE("training"),
    TRAINING_OVER("training", "day"),

    ENVIRONMENT_APPROVED("environment", "until"),
    ENVIRONMENT_NOT_IN_CLAUSE("environment"),
    ADDRESS_NOT_KNOWN,
    ADDRESS_OUTSIDE("address"),
    ADDRESS_OUTSIDE_ENVIRONMENT("address", "environment"),
    ATTESTATION_NONE("environment"),
    ATTESTATION_NOT_APPROVED("environment"),
    ATTESTATION_NOT_BEGUN("environment", "day"),
    ATTESTATION_OVER("environment", "day"),
    ATTESTATION_DECLINED("environment"),
    ATTESTATION_WITHDRAWN("environment"),
    ATTESTED_BY_OTHER_KIND("environment", "kind"),

    PLAYBOOK_EXERCISED("playbook", "days", "limit"),
    PLAYBOOK_REVIEWED("playbook", "days", "limit"),
    PLAYBOOK_NOT_APPROVED("playbook"),
    PLAYBOOK_REVIEW_OVER("playbook", "days", "limit"),
    PLAYBOOK_NEVER_EXERCISED("playbook"),
    PLAYBOOK_EXERCISE_OVER("playbook", "days", "limit"),

    AUDIT_UNDER_WAY("engagement", "state", "due"),
    AUDIT_IN_TIME("due"),
    AUDIT_IN_GRACE("due", "until"),
    AUDIT_OVERDUE("due", "until"),

    NO_CRITICAL_ACTION_OPEN,
    CRITICAL_ACTIONS_IN_TIME("count", "due"),
    CRITICAL_ACTION_OVERDUE("action", "due"),

    WITHIN_USAGE("requests", "requestLimit", "tokens", "tokenLimit"),
    USAGE_USED_UP("requests", "requestLimit", "tokens", "tokenLimit"),

    NOT_FROZEN,
    FROZEN("scope", "since"),
    FROZEN_LIFT_PROPOSED("scope", "since"),

    /** Checklist: when use of the model stops if nothing is done. */
    STOPS_AT("at"),
    TEAM_EMPTY,
    TEAM_GRANTED_UNTIL("count", "day", "people"),
    TEAM_TRAINED("trained", "count"),
    TEAM_TRAINED_UNTIL("trained", "count", "day", "people"),
    TEAM_FROZEN("frozen", "count");

    private final Set<String> parameters;

    FoundCode(String... parameters) {
        this.parameters = Set.of(parameters);
    }

    @Override
    public String key() {
        return "found." + code();
    }

    @Override
    public Set<String> parameters() {
        return parameters;
    }

    @Override
    public String code() {
        return Wording.codeOf(this);
    }
}
