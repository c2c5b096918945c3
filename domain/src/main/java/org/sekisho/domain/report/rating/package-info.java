/**
 * How a report gets its risk tier: what people said of its surroundings, and what the governing table answered, kept with row, inputs and
 * version.
 */
@NullMarked
package org.sekisho.domain.report.rating;

import org.jspecify.annotations.NullMarked;
