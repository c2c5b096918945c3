package org.sekisho.domain.report.disclosure;

import org.sekisho.domain.shared.ErrorCode;

/** Why something isn't done with a disclosure case. */
public enum DisclosureError implements ErrorCode {
    /** Only security reviewers and the CISO of the institution that owns the report. */
    OWNER_ONLY("disclosure.owner-only", Kind.FORBIDDEN),
    /** A case about this report goes on already. */
    ONE_AT_A_TIME("disclosure.one-at-a-time", Kind.CONFLICT),
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("disclosure.wrong-state", Kind.CONFLICT),
    /** Parameter {@code value}: neither a JVN number nor empty. */
    JVN_MALFORMED("disclosure.jvn-malformed", Kind.INVALID),
    /** Parameter {@code value}: not a CVE number. */
    CVE_MALFORMED("disclosure.cve-malformed", Kind.INVALID),
    /** A day of publication that is set lies today or ahead. */
    DAY_PAST("disclosure.day-past", Kind.INVALID),
    /** What was done lies today or before. */
    DAY_AHEAD("disclosure.day-ahead", Kind.INVALID),
    /** Parameter {@code state}: nobody has looked at the report, or it was thrown out. */
    REPORT_UNFIT("disclosure.report-unfit", Kind.CONFLICT),
    /** Who hasn't been told can't have answered. */
    NOT_TOLD("disclosure.not-told", Kind.CONFLICT),
    /** Parameter {@code day}, on which they were told. */
    ANSWER_BEFORE_TOLD("disclosure.answer-before-told", Kind.INVALID),
    /** Parameter {@code first}: the first day on which no embargo on the report runs any more. */
    UNDER_EMBARGO("disclosure.under-embargo", Kind.CONFLICT),
    /** The authority reads it already. */
    SHOWN_ALREADY("disclosure.shown-already", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    DisclosureError(String code, Kind kind) {
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
