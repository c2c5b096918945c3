/** What waits for whom, as rows. */
@NullMarked
package org.sekisho.persistence.notice;

import org.jspecify.annotations.NullMarked;
