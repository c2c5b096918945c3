package org.sekisho.domain.agreement.comparison;

import java.util.Optional;

/** One row of the table: the line as it was and as it is. */
public record LinePair(Change change, Optional<Line> before, Optional<Line> after) {}
