/** Telling people by mail what waits for them: once for each thing, and again before its clock runs out. */
@NullMarked
package org.sekisho.domain.notice;

import org.jspecify.annotations.NullMarked;
