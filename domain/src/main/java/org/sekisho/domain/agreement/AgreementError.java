package org.sekisho.domain.agreement;

import org.sekisho.domain.shared.ErrorCode;

/** Why something isn't done with an agreement. */
public enum AgreementError implements ErrorCode {
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("agreement.wrong-state", Kind.CONFLICT),
    /** Parameter {@code state}: of the version. */
    VERSION_WRONG_STATE("agreement.version-wrong-state", Kind.CONFLICT),
    /** Only the coordinator of the agreement's own secretariat. */
    COORDINATOR_ONLY("agreement.coordinator-only", Kind.FORBIDDEN),
    /** The actor doesn't speak for a party. */
    PARTY_ONLY("agreement.party-only", Kind.FORBIDDEN),
    /** The actor isn't a signatory of a party. */
    SIGNATORY_ONLY("agreement.signatory-only", Kind.FORBIDDEN),

    NUMBER_MALFORMED("agreement.number-malformed", Kind.INVALID),
    /** Parameter {@code role}: exactly one party in it is needed. */
    PARTY_ROLE_NEEDED_ONCE("agreement.party-role-needed-once", Kind.INVALID),
    /** Parameters {@code role}, {@code kind}. */
    PARTY_ROLE_UNFIT("agreement.party-role-unfit", Kind.INVALID),
    /** The organisation is a party already. */
    PARTY_TWICE("agreement.party-twice", Kind.CONFLICT),
    /** Parameter {@code limit}. */
    TOO_MANY_PARTIES("agreement.too-many-parties", Kind.LIMITED),
    /** Only who accedes with the version being drafted can be taken out again. */
    PARTY_STAYS("agreement.party-stays", Kind.CONFLICT),

    /** A version is being prepared already. Parameter {@code version}. */
    VERSION_IN_PREPARATION("agreement.version-in-preparation", Kind.CONFLICT),
    /** The clause is as it was. */
    NOTHING_CHANGED("agreement.nothing-changed", Kind.CONFLICT),
    /** Parameters {@code least}, {@code most}: the earliest and latest end that a round may have. */
    ROUND_END_UNFIT("agreement.round-end-unfit", Kind.INVALID),
    /** Comments and proposals end with the round. */
    ROUND_OVER("agreement.round-over", Kind.CONFLICT),
    /** The round is still open. */
    ROUND_OPEN("agreement.round-open", Kind.CONFLICT),
    /** Parameter {@code count}: proposals that nobody has decided. */
    PROPOSALS_UNDECIDED("agreement.proposals-undecided", Kind.CONFLICT),
    /** Parameter {@code count}: accepted proposals that stand in no version yet. */
    PROPOSALS_NOT_TAKEN_UP("agreement.proposals-not-taken-up", Kind.CONFLICT),
    /** Parameter {@code clause}: another proposal for the same clause was accepted in this round. */
    PROPOSAL_CONFLICTS("agreement.proposal-conflicts", Kind.CONFLICT),
    /** Parameters {@code state}, {@code next}. */
    PROPOSAL_WRONG_STATE("agreement.proposal-wrong-state", Kind.CONFLICT),
    /** Nobody decides on a proposal of their own. */
    PROPOSAL_OWN("agreement.proposal-own", Kind.FORBIDDEN),
    /** Only the party that proposed takes a proposal back. */
    PROPOSAL_OF_OTHERS("agreement.proposal-of-others", Kind.FORBIDDEN),
    /** Parameter {@code limit}. */
    TOO_MANY_CONTRIBUTIONS("agreement.too-many-contributions", Kind.LIMITED),

    /** Parameter {@code clause}: without it nobody can sign. */
    CLAUSE_NEEDED("agreement.clause-needed", Kind.CONFLICT),
    /** Parameters {@code first}, {@code last}: the day lies outside the term. */
    GOVERNS_FROM_OUTSIDE_TERM("agreement.governs-from-outside-term", Kind.INVALID),
    /** Parameter {@code last}: the last day is over. */
    TERM_OVER("agreement.term-over", Kind.CONFLICT),
    /** Parameter {@code first}: the first day hasn't come. */
    TERM_NOT_BEGUN("agreement.term-not-begun", Kind.CONFLICT),
    /** Parameter {@code last}: the last day isn't over. */
    TERM_NOT_OVER("agreement.term-not-over", Kind.CONFLICT),

    /** An internal approval of this party is open or complete already. */
    APPROVAL_EXISTS("agreement.approval-exists", Kind.CONFLICT),
    /** The party's internal approval isn't complete. */
    APPROVAL_NEEDED("agreement.approval-needed", Kind.CONFLICT),
    /** Parameters {@code state}, {@code next}. */
    APPROVAL_WRONG_STATE("agreement.approval-wrong-state", Kind.CONFLICT),
    /** Parameter {@code level}: the one whose turn it is. */
    APPROVAL_OUT_OF_ORDER("agreement.approval-out-of-order", Kind.CONFLICT),
    /** The last level's approval carries the decision's number. */
    DECISION_NUMBER_NEEDED("agreement.decision-number-needed", Kind.INVALID),
    /** Parameters {@code least}, {@code most}. */
    APPROVAL_LEVELS("agreement.approval-levels", Kind.INVALID),
    /** Parameter {@code day}: it hasn't come yet. */
    DAY_IN_FUTURE("agreement.day-in-future", Kind.INVALID),

    /** The signatory's authority isn't on file, is someone else's, has run out or was revoked. */
    AUTHORITY_NEEDED("agreement.authority-needed", Kind.CONFLICT),
    /** Nobody puts their own authority on file, or takes it off. */
    AUTHORITY_OWN("agreement.authority-own", Kind.FORBIDDEN),
    /** Only someone of that organisation, or the coordinator. */
    AUTHORITY_OF_OTHERS("agreement.authority-of-others", Kind.FORBIDDEN),
    AUTHORITY_REVOKED("agreement.authority-revoked", Kind.CONFLICT),
    /** What was read isn't what is to be signed. */
    HASH_DIFFERS("agreement.hash-differs", Kind.CONFLICT),
    /** Something else than SHA-256 in hexadecimal. */
    HASH_MALFORMED("agreement.hash-malformed", Kind.INVALID),
    FILE_EMPTY("agreement.file-empty", Kind.INVALID),
    /** Parameter {@code megabytes}: the most that is taken. */
    FILE_TOO_LARGE("agreement.file-too-large", Kind.LIMITED),
    /** Something else than a whole PDF. */
    FILE_NOT_PDF("agreement.file-not-pdf", Kind.INVALID),
    /** The credentials weren't entered again for this, or too long ago. */
    REAUTHENTICATION_NEEDED("agreement.reauthentication-needed", Kind.FORBIDDEN),
    SECOND_FACTOR_NEEDED("agreement.second-factor-needed", Kind.FORBIDDEN),
    ALREADY_SIGNED("agreement.already-signed", Kind.CONFLICT),
    /** Nobody signs for two parties. */
    SIGNED_FOR_OTHER_PARTY("agreement.signed-for-other-party", Kind.FORBIDDEN),
    /** The party has no signature that could be withdrawn or confirmed. */
    NOT_SIGNED("agreement.not-signed", Kind.CONFLICT),
    /** Parameters {@code state}, {@code next}. */
    SIGNATURE_WRONG_STATE("agreement.signature-wrong-state", Kind.CONFLICT),
    /** Only the coordinator and the party itself. */
    CONFIRMATION_NOT_YOURS("agreement.confirmation-not-yours", Kind.FORBIDDEN),
    /** This side has confirmed already. */
    CONFIRMED_ALREADY("agreement.confirmed-already", Kind.CONFLICT),
    /** The two who confirm are two people. */
    CONFIRMED_BY_SAME_PERSON("agreement.confirmed-by-same-person", Kind.FORBIDDEN),

    ALREADY_SUSPENDED("agreement.already-suspended", Kind.CONFLICT),
    /** No suspension that people decided on; one by a withdrawn signature ends when that party signs again. */
    NOT_SUSPENDED_BY_DECISION("agreement.not-suspended-by-decision", Kind.CONFLICT),
    /** Neither of the secretariat or an authority, nor of the organisation concerned, or tied to a rival. */
    RESUMPTION_NOT_YOURS("agreement.resumption-not-yours", Kind.FORBIDDEN),
    /** This side has agreed already; the other one is missing. */
    RESUMPTION_SAME_SIDE("agreement.resumption-same-side", Kind.CONFLICT),
    /** Resuming takes two people. */
    RESUMPTION_SAME_PERSON("agreement.resumption-same-person", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    AgreementError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
