/** Keeping house in the store of contents. */
@NullMarked
package org.sekisho.ejb.vault;

import org.jspecify.annotations.NullMarked;
