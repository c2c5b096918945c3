/** Organisations, their people, the roles people hold, and how they sign in. */
@NullMarked
package org.sekisho.domain.party;

import org.jspecify.annotations.NullMarked;
