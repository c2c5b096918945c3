/** The vault: what is encrypted before it reaches a table or a file, and the keys that stand outside the database. */
@NullMarked
package org.sekisho.domain.vault;

import org.jspecify.annotations.NullMarked;
