/** Drawing audit samples: from a frozen population, by a seed that nobody could choose, so that whoever holds both draws the same items again. */
@NullMarked
package org.sekisho.proof.sample;

import org.jspecify.annotations.NullMarked;
