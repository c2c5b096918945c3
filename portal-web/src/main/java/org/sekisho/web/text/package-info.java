/** The words of the pages, in bundles by business module, English and Japanese. */
@NullMarked
package org.sekisho.web.text;

import org.jspecify.annotations.NullMarked;
