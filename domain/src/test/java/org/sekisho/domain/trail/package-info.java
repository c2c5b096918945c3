/** Events and leaves. */
@NullMarked
package org.sekisho.domain.trail;

import org.jspecify.annotations.NullMarked;
