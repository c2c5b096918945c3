/** Playbooks: what to do in an incident, by version, approved by a second person, reviewed and exercised. */
@NullMarked
package org.sekisho.domain.playbook;

import org.jspecify.annotations.NullMarked;
