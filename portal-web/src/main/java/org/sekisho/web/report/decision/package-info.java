/** Pages of decision tables. */
@NullMarked
package org.sekisho.web.report.decision;

import org.jspecify.annotations.NullMarked;
