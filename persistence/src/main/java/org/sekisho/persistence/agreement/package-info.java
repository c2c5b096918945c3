/** Agreements as rows: repositories, and the queries of lists and pages. */
@NullMarked
package org.sekisho.persistence.agreement;

import org.jspecify.annotations.NullMarked;
