/** Freezes: what stops a person, an organisation, an agreement or everything at once, and how two people lift it. */
@NullMarked
package org.sekisho.domain.agreement.freeze;

import org.jspecify.annotations.NullMarked;
