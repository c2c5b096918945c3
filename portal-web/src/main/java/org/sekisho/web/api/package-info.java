/** REST under {@code /api/v1}: thin resources over the use cases; errors are problem documents (RFC 9457). */
@NullMarked
package org.sekisho.web.api;

import org.jspecify.annotations.NullMarked;
