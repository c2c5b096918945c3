package org.sekisho.domain.report.decision;

/** What stands on the affected system. The least grave first. */
public enum ServiceImportance {
    /** Nothing that customers or other institutions notice soon. */
    SUPPORTING,
    /** A service of the institution. */
    IMPORTANT,
    /** A critical operation: payments, settlement, trading, or what they need. */
    CRITICAL
}
