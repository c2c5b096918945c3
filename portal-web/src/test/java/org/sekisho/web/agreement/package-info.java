/** Tests of pages of agreements. */
@NullMarked
package org.sekisho.web.agreement;

import org.jspecify.annotations.NullMarked;
