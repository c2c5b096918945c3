/** Who sees what of the trail. */
@NullMarked
package org.sekisho.persistence.trail;

import org.jspecify.annotations.NullMarked;
