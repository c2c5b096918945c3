package org.sekisho.domain.agreement.waiting;

/**
 * What waits to be done with an agreement. That a version signed by all waits for its first day is none of these: it needs nobody.
 */
public enum AgreementTask {
    /** A draft lies with the coordinator, who opens the round. */
    OPEN_ROUND,
    /** A round is open, and the party has said nothing in it. */
    NEGOTIATE,
    /** Proposals of parties wait for the coordinator. */
    DECIDE_PROPOSALS,
    /** Parties commented after the secretariat spoke last, and the round is still open. */
    ANSWER_COMMENTS,
    /** A round is over and its proposals are decided: the next round, or signing. */
    CONCLUDE_ROUND,
    /** The party hasn't planned its internal approval of the fixed content. */
    PLAN_APPROVAL,
    /** The next level of the party's internal approval hasn't been recorded. */
    RECORD_APPROVAL,
    /** A signatory with authority on file can sign. */
    SIGN,
    /** The party withdrew its signature from what governs, and can sign again. */
    SIGN_AGAIN,
    /** Only somebody outside the portal may sign for the party: what they signed has to be put on file. */
    ATTACH_SIGNATURE,
    /** Nobody's authority to sign for the party is on file. */
    RECORD_AUTHORITY,
    /** A file signed outside hasn't been compared with what was to be signed. */
    CONFIRM_SIGNATURE,
    /** The agreement is suspended by a decision, and nobody has agreed to resume it. */
    RESUME,
    /** One of the two people has agreed to resume it. */
    RESUME_SECOND,
    /** The term ends soon, and the coordinator has begun no version that follows. */
    PREPARE_NEXT,
    /** The term ends soon, and no version that follows has been begun. */
    TERM_ENDS
}
