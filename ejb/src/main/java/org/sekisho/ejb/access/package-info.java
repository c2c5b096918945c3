/** Use cases around access under an agreement: decisions, grants, environments, training, phases and freezes. */
@NullMarked
package org.sekisho.ejb.access;

import org.jspecify.annotations.NullMarked;
