/**
 * Evidence packs: the fixed list of what one holds, how it is built by whichever node lives, where things stand in it, and what its
 * reader runs to check it.
 */
@NullMarked
package org.sekisho.domain.assurance.pack;

import org.jspecify.annotations.NullMarked;
