/**
 * Sharing what a report says: a rendering for one named organisation, frozen before it is approved, and what became of it afterwards.
 */
@NullMarked
package org.sekisho.domain.report.release;

import org.jspecify.annotations.NullMarked;
