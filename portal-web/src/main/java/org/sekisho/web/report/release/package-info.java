/** Pages of releases and embargoes: lists, one of each, the forms on which they are asked for and answered. */
@NullMarked
package org.sekisho.web.report.release;

import org.jspecify.annotations.NullMarked;
