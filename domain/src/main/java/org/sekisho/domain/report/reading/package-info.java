/** Reports and their reviews as pages, lists and REST read them: names resolved, and nothing that the reader may not see. */
@NullMarked
package org.sekisho.domain.report.reading;

import org.jspecify.annotations.NullMarked;
