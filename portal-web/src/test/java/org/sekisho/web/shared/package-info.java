/** Tests of what pages share. */
@NullMarked
package org.sekisho.web.shared;

import org.jspecify.annotations.NullMarked;
