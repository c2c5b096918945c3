package org.sekisho.domain.agreement.clause;

import java.util.Arrays;
import java.util.Optional;

/** What a person can do under an agreement, and what is decided on before it is done. */
public enum Action {
    MODEL_USE("model.use"),
    LIVE_FIRE_RUN("livefire.run"),
    REPORT_RELEASE("report.release"),
    REPORT_EXPORT("report.export"),
    REPORT_READ("report.read"),
    REPORT_REVIEW("report.review"),
    REPORT_REMEDIATE("report.remediate"),
    INCIDENT_RUN("incident.run"),
    AUDIT_ANSWER("audit.answer");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    /** The stable name in REST requests, in clauses and in the trail. */
    public String code() {
        return code;
    }

    /** The action with this code, if there is one. */
    public static Optional<Action> ofCode(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code.equals(code))
                .findFirst();
    }
}
