/** Reports as rows: what is imported, and what is published of exploitation. */
@NullMarked
package org.sekisho.persistence.report;

import org.jspecify.annotations.NullMarked;
