/** Rows of grants, environments, training, phases, freezes and usage, and the facts on which decisions of access rest. */
@NullMarked
package org.sekisho.persistence.access;

import org.jspecify.annotations.NullMarked;
