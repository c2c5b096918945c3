/** Pages of access: conditions and questions, grants, environments, phases, freezes, training, playbooks. */
@NullMarked
package org.sekisho.web.access;

import org.jspecify.annotations.NullMarked;
