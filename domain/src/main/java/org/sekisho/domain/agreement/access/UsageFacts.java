package org.sekisho.domain.agreement.access;

import java.time.LocalDate;

/**
 * What everyone under an agreement together has used of the model on one day.
 *
 * @param day the day in Tokyo; figures of another day than the decision's are no knowledge of it
 * @param requests calls so far
 * @param tokens tokens sent and received so far
 */
public record UsageFacts(LocalDate day, long requests, long tokens) implements OutsideFact {}
