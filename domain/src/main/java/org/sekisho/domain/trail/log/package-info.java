/** The log over the trail: the order of its events, the tree above them, and the checkpoints that are signed over it. */
@NullMarked
package org.sekisho.domain.trail.log;

import org.jspecify.annotations.NullMarked;
