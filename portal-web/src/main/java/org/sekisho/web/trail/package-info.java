/** Pages of the trail: search, one event with its leaf. */
@NullMarked
package org.sekisho.web.trail;

import org.jspecify.annotations.NullMarked;
