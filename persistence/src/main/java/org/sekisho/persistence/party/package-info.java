/** Rows of organisations, people, roles, credentials and sessions. */
@NullMarked
package org.sekisho.persistence.party;

import org.jspecify.annotations.NullMarked;
