@NullMarked
package org.sekisho.domain.trail.log;

import org.jspecify.annotations.NullMarked;
