/** Writes evidence packs: signed bags in streamed ZIP files, and the keys and signatures that go with them. */
@NullMarked
package org.sekisho.proof.pack;

import org.jspecify.annotations.NullMarked;
