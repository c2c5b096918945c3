package org.sekisho.domain.agreement.comparison;

/**
 * A piece of a line.
 *
 * @param changed whether the other version lacks it
 */
public record Span(String text, boolean changed) {}
