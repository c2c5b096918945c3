/** Attestations that make an environment of the environments clause an approved one, for a time. */
@NullMarked
package org.sekisho.domain.agreement.environment;

import org.jspecify.annotations.NullMarked;
