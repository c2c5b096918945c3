/**
 * The access decision: a pure function from a request and facts to permit or deny with all reasons, and the checklist of the same
 * conditions for a whole agreement. Nothing here reads anything; sources of facts are interfaces.
 */
@NullMarked
package org.sekisho.domain.agreement.access;

import org.jspecify.annotations.NullMarked;
