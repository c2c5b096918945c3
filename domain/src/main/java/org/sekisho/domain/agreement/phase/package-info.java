/** The phases an agreement goes through, and the recorded evaluations that open the next one. */
@NullMarked
package org.sekisho.domain.agreement.phase;

import org.jspecify.annotations.NullMarked;
