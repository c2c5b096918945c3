/** Items of evidence: what is taken in, what type it has, which days it proves, and where the gaps are. */
@NullMarked
package org.sekisho.domain.assurance.evidence;

import org.jspecify.annotations.NullMarked;
