/** Tells people by mail what waits for them. */
@NullMarked
package org.sekisho.ejb.notice;

import org.jspecify.annotations.NullMarked;
