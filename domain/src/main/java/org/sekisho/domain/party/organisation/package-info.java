/** Organisations of the working group, their mail domains, and by which document an authority unit is designated. */
@NullMarked
package org.sekisho.domain.party.organisation;

import org.jspecify.annotations.NullMarked;
