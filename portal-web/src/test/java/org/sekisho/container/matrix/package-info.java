/** Every use case called by everyone: found by reflection, so that a new one is covered or says what it needs. */
@NullMarked
package org.sekisho.container.matrix;

import org.jspecify.annotations.NullMarked;
