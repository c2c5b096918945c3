/** Pages of reports and their review. */
@NullMarked
package org.sekisho.web.report;

import org.jspecify.annotations.NullMarked;
