/** Rows of playbooks and their exercises, and what decisions of access need to know of them. */
@NullMarked
package org.sekisho.persistence.playbook;

import org.jspecify.annotations.NullMarked;
