/** What of an agreement itself waits for somebody: in negotiation, in signing, while suspended, before its end. */
@NullMarked
package org.sekisho.domain.agreement.waiting;

import org.jspecify.annotations.NullMarked;
