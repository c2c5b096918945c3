/**
 * A witness of logs (C2SP tlog-witness): cosigns a checkpoint only where it continues the one that it cosigned last, so that a log which
 * shows different histories to different readers doesn't get both of them cosigned.
 */
@NullMarked
package org.sekisho.proof.witness;

import org.jspecify.annotations.NullMarked;
