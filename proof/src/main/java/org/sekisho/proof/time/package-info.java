/** Time-stamp tokens (RFC 3161): read strictly, and verified with what the JDK has. */
@NullMarked
package org.sekisho.proof.time;

import org.jspecify.annotations.NullMarked;
