/**
 * Readers of the formats that reports come in. All are bounded in time and memory whatever a file holds; a streamed format needs the
 * same memory for a file of any size.
 */
@NullMarked
package org.sekisho.ejb.report.intake;

import org.jspecify.annotations.NullMarked;
