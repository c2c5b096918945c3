/** Grants: one person, one role, one agreement, for a time; asked for, approved and checked by different people. */
@NullMarked
package org.sekisho.domain.agreement.grant;

import org.jspecify.annotations.NullMarked;
