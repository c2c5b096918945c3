/** What every business module speaks: refusals with codes, identifiers, events of the domain, pages of lists, days and clocks. */
@NullMarked
package org.sekisho.domain.shared;

import org.jspecify.annotations.NullMarked;
