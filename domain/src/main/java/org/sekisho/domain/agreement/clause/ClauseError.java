package org.sekisho.domain.agreement.clause;

import org.sekisho.domain.shared.ErrorCode;

/** Refusals of clauses that don't hold together, and of JSON that is no clause. */
public enum ClauseError implements ErrorCode {
    /** Parameter {@code field}: a code isn't lower-case letters, digits, full stops, underscores and hyphens. */
    CODE_MALFORMED("agreement.clause-code-malformed"),
    /** Parameters {@code field}, {@code least}, {@code most}. */
    OUT_OF_RANGE("agreement.clause-out-of-range"),
    /** Parameter {@code field}: at least one entry is needed. */
    EMPTY("agreement.clause-empty"),
    /** Parameters {@code field}, {@code limit} in entries. */
    TOO_MANY("agreement.clause-too-many"),
    /** Parameters {@code field}, {@code value}. */
    DUPLICATE("agreement.clause-duplicate"),
    TERM_REVERSED("agreement.clause-term-reversed"),
    /** Parameter {@code years}. */
    TERM_TOO_LONG("agreement.clause-term-too-long"),
    /** Parameter {@code field}. */
    PATTERN_MALFORMED("agreement.clause-pattern-malformed"),
    /** Parameter {@code system}: it is in scope and excluded at once. */
    SYSTEM_BOTH_IN_AND_OUT("agreement.clause-system-both-in-and-out"),
    /** Parameter {@code value}. */
    NETWORK_MALFORMED("agreement.clause-network-malformed"),
    /** Parameters {@code value}, {@code prefix}: the shortest prefix that is accepted. */
    NETWORK_TOO_WIDE("agreement.clause-network-too-wide"),
    /** Parameter {@code tier}. */
    REVIEW_NEEDS_BOTH_SIDES("agreement.clause-review-needs-both-sides"),
    LIVE_FIRE_NEEDS_TWO("agreement.clause-live-fire-needs-two"),
    /** Agreed-upon procedures end without a conclusion, everything else with one. */
    LEVEL_AGAINST_STANDARD("agreement.clause-level-against-standard"),
    /** Parameter {@code first}: the phase that the agreement begins with has no rule. */
    PHASE_MISSING("agreement.clause-phase-missing"),
    /** Parameters {@code field} or {@code clause}, {@code code}, {@code version}: there is no such version of a decision table. */
    TABLE_UNKNOWN("agreement.clause-table-unknown"),
    /** Parameters {@code field} or {@code clause}, {@code code}, {@code version}: the table doesn't answer what it is named for. */
    TABLE_UNFIT("agreement.clause-table-unfit"),
    /** Parameters {@code field} or {@code clause}, {@code code}, {@code version}. */
    TABLE_RETIRED("agreement.clause-table-retired"),
    /** Parameters {@code clause}, {@code code}, {@code version}: nobody can sign what names it until it is adopted. */
    TABLE_NOT_ADOPTED("agreement.clause-table-not-adopted"),
    LAST_PHASE_OPENS_NOTHING("agreement.clause-last-phase-opens-nothing"),
    /** Parameter {@code member}. */
    MEMBER_UNKNOWN("agreement.clause-member-unknown"),
    /** Parameter {@code member}. */
    MEMBER_MISSING("agreement.clause-member-missing"),
    /** Parameter {@code member}: it has the wrong type, or isn't one of the values that exist. */
    MEMBER_MALFORMED("agreement.clause-member-malformed"),
    /** Parameter {@code where}: a position or a member. */
    JSON_MALFORMED("agreement.clause-json-malformed"),
    /** Parameter {@code schema}. */
    SCHEMA_UNKNOWN("agreement.clause-schema-unknown");

    private final String code;

    ClauseError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return this == TABLE_NOT_ADOPTED ? Kind.CONFLICT : Kind.INVALID;
    }
}
