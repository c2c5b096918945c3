/** The audit calendar as a feed: the address that opens it, what it tells, and the format in which it does (RFC 5545). */
@NullMarked
package org.sekisho.domain.assurance.calendar;

import org.jspecify.annotations.NullMarked;
