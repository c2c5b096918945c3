package org.sekisho.domain.report.intake;

/** Why one item of a file doesn't become a finding, although the file is read. */
public enum RejectReason {
    /** The schema of the format doesn't allow it. */
    SCHEMA,
    /** Larger than an item may be. */
    TOO_LARGE,
    /** An object in it has a key twice, so that readers would disagree on what it says. */
    KEY_TWICE,
    /** The tool says that nothing was found: a check that passed, didn't apply, or a result that is gone. */
    NOT_A_FINDING,
    /** Its publisher has taken it back. */
    WITHDRAWN,
    /** It names neither a text nor a rule, number or title: nobody could review it. */
    NO_TEXT
}
