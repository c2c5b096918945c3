/** Two rival banks and everyone around them, founded through the use cases as their people would have done it. */
@NullMarked
package org.sekisho.container.regime;

import org.jspecify.annotations.NullMarked;
