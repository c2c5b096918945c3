/** The trail: every act, refusal and sensitive read as one event, whose leaf is the canonical JSON that proofs are made of. */
@NullMarked
package org.sekisho.domain.trail;

import org.jspecify.annotations.NullMarked;
