/** Pages for taking in files of reports, and the published lists of exploitation. */
@NullMarked
package org.sekisho.web.intake;

import org.jspecify.annotations.NullMarked;
