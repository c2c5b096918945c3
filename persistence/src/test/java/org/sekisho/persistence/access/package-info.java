/** Who sees which rows of access. */
@NullMarked
package org.sekisho.persistence.access;

import org.jspecify.annotations.NullMarked;
