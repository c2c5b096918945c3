/** Bytes that go from one thread to another, within bounded memory. */
@NullMarked
package org.sekisho.proof.relay;

import org.jspecify.annotations.NullMarked;
