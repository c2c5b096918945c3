/** Use cases of decision tables, and the reading of their files. */
@NullMarked
package org.sekisho.ejb.report.decision;

import org.jspecify.annotations.NullMarked;
