package org.sekisho.domain.assurance.sample;

/** What the test of an item came to. */
public enum TestResult {
    PASSED,
    /** A deviation: the control didn't do what it has to. */
    EXCEPTION,
    /** The procedure doesn't apply to this item. */
    NOT_APPLICABLE
}
