/** Use cases around playbooks: drafted, approved by a second person, reviewed and exercised. */
@NullMarked
package org.sekisho.ejb.playbook;

import org.jspecify.annotations.NullMarked;
