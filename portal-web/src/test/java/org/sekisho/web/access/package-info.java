/** Tests of the words of access. */
@NullMarked
package org.sekisho.web.access;

import org.jspecify.annotations.NullMarked;
