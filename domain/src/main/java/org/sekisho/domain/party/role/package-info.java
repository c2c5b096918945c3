/** Which person holds which role at which organisation, how a role comes into effect, and which roles exclude each other. */
@NullMarked
package org.sekisho.domain.party.role;

import org.jspecify.annotations.NullMarked;
