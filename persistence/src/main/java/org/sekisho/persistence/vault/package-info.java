/** The vault: envelope and streaming encryption with Tink, keys in a folder of files, sealed files in another. */
@NullMarked
package org.sekisho.persistence.vault;

import org.jspecify.annotations.NullMarked;
