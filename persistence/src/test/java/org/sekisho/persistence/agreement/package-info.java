/** What row-level security keeps of agreements. */
@NullMarked
package org.sekisho.persistence.agreement;

import org.jspecify.annotations.NullMarked;
