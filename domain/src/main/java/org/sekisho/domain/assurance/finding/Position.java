package org.sekisho.domain.assurance.finding;

/** What management says to a finding whose facts stand. */
public enum Position {
    AGREED,
    PARTLY_AGREED,
    /** The finding stands nevertheless, and what it asks for falls due. */
    DISAGREED
}
