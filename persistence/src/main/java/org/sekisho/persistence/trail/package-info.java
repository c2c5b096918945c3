/** Writes and reads the rows of the trail. */
@NullMarked
package org.sekisho.persistence.trail;

import org.jspecify.annotations.NullMarked;
