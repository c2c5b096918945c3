/** Audits: what engagements, evidence and packs have in common. Each aggregate has a package of its own below. */
@NullMarked
package org.sekisho.domain.assurance;

import org.jspecify.annotations.NullMarked;
