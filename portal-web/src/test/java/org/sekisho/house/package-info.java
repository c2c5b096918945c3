/** The rules that keep the walls where they are. */
@NullMarked
package org.sekisho.house;

import org.jspecify.annotations.NullMarked;
