/** What row-level security keeps of notices. */
@NullMarked
package org.sekisho.persistence.notice;

import org.jspecify.annotations.NullMarked;
