/** JSON values, a strict reader (RFC 8259) and the canonical form that everything signed or hashed is written in (RFC 8785). */
@NullMarked
package org.sekisho.proof.json;

import org.jspecify.annotations.NullMarked;
