/** Tests of what readers don't see, and of who is shown it. */
@NullMarked
package org.sekisho.domain.report.redaction;

import org.jspecify.annotations.NullMarked;
