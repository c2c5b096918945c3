/** Reading the trail. */
@NullMarked
package org.sekisho.ejb.trail;

import org.jspecify.annotations.NullMarked;
