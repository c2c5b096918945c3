/** Use cases as the container runs them: one deployment of the whole portal, on a real database. */
@NullMarked
package org.sekisho.container;

import org.jspecify.annotations.NullMarked;
