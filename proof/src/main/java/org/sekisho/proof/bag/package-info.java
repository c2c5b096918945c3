/** BagIt 1.0 (RFC 8493): the lines a writer needs, and a verifier for bags in folders and in ZIP files that trusts nothing. */
@NullMarked
package org.sekisho.proof.bag;

import org.jspecify.annotations.NullMarked;
