/** Signed notes (C2SP signed-note): texts with signatures below them, which keys of short names verify. */
@NullMarked
package org.sekisho.proof.note;

import org.jspecify.annotations.NullMarked;
