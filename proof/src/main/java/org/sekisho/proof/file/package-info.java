/** Files that survive a fall of the power. */
@NullMarked
package org.sekisho.proof.file;

import org.jspecify.annotations.NullMarked;
