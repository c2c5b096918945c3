/** SHA-256, the Merkle tree hashes and proofs of RFC 6962, and commitments to values that may be erased later. */
@NullMarked
package org.sekisho.proof.hash;

import org.jspecify.annotations.NullMarked;
