/**
 * A transparency log in public formats: RFC 6962 trees kept in tiles (C2SP tlog-tiles), checkpoints (C2SP tlog-checkpoint) and proofs in
 * files (C2SP tlog-proof).
 */
@NullMarked
package org.sekisho.proof.log;

import org.jspecify.annotations.NullMarked;
