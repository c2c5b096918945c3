/** The verifier of evidence packs and of live logs that needs nothing but Java: its checks, and its command line. */
@NullMarked
package org.sekisho.proof.verify;

import org.jspecify.annotations.NullMarked;
