/** The verifier of evidence packs that needs nothing but Java: its checks, and its command line. */
@NullMarked
package org.sekisho.proof.verify;

import org.jspecify.annotations.NullMarked;
