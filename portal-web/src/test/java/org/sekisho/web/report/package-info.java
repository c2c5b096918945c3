/** Tests of what the pages of reports do beyond drawing. */
@NullMarked
package org.sekisho.web.report;

import org.jspecify.annotations.NullMarked;
