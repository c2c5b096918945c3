/**
 * Reports of findings: what a report says, revision by revision, how grave it is, and how it goes from its arrival to its close. Both
 * sides' review of a revision stands in {@code review}.
 */
@NullMarked
package org.sekisho.domain.report;

import org.jspecify.annotations.NullMarked;
