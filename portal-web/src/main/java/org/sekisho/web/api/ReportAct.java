package org.sekisho.web.api;

/** What can be decided on a report, by the word that REST has for it. */
enum ReportAct {
    /** The three votes of a stage. */
    AGREE,
    NO_OBJECTION,
    RETURN,

    CLAIM,
    RELEASE,
    DELEGATE,
    HAND_OVER,
    ASSIGN,

    TRIAGE,
    SUBMIT,
    REJECT,
    DEFER,
    MARK_DUPLICATE,
    REOPEN,
    REMEDIATE,
    MITIGATE,
    VERIFY,
    FAIL_VERIFICATION,
    CLOSE,

    LABEL,
    RAISE_TIER,
    PROPOSE_LOWERING,
    AGREE_LOWERING,
    DECLINE_LOWERING,

    ORDER_MEASURE,
    LIFT_MEASURE,
    ACKNOWLEDGE_MEASURE
}
