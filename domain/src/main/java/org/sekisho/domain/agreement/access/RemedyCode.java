package org.sekisho.domain.agreement.access;

import java.util.Set;

/** What restores a condition, or keeps it. Parameters are named as in the sentences of the bundles. */
public enum RemedyCode implements Wording {
    MAKE_KNOWN,
    AMEND_CLAUSE,

    BRING_INTO_FORCE,
    SIGN,
    RESUME,
    EXTEND_TERM,
    NEW_AGREEMENT,
    WAIT_UNTIL_DAY("day"),

    REACTIVATE_PERSON,
    ACCEDE,
    GIVE_ROLE("roles"),

    CHOOSE_PURPOSE("purposes"),
    NAME_PURPOSE("purposes"),
    OPEN_NEXT_PHASE,

    CHOOSE_SYSTEM,
    NAME_SYSTEM,

    REQUEST_GRANT,
    APPROVE_GRANT,
    CHECK_GRANT,
    RENEW_GRANT,

    RECORD_TRAINING("training"),

    USE_ENVIRONMENT("environments"),
    ATTEST_ENVIRONMENT("environment"),
    APPROVE_ATTESTATION("environment"),

    APPROVE_PLAYBOOK("playbook"),
    REVIEW_PLAYBOOK("playbook"),
    RECORD_EXERCISE("playbook"),

    CLOSE_AUDIT,
    CLOSE_CORRECTIVE_ACTION("action"),

    WAIT_UNTIL("at"),

    LIFT_FREEZE,
    LIFT_FREEZE_OF_ALL,
    SECOND_LIFT;

    private final Set<String> parameters;

    RemedyCode(String... parameters) {
        this.parameters = Set.of(parameters);
    }

    @Override
    public String key() {
        return "remedy." + code();
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
