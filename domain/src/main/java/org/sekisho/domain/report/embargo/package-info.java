/** Embargoes: until when a report isn't made known beyond those who agreed to keep it. */
@NullMarked
package org.sekisho.domain.report.embargo;

import org.jspecify.annotations.NullMarked;
