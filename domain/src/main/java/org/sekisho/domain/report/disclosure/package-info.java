/** Disclosure cases: flaws in products of somebody outside, from the first notification to the publication. */
@NullMarked
package org.sekisho.domain.report.disclosure;

import org.jspecify.annotations.NullMarked;
