/** Sharing reports: renderings, the approvals they need, what recipients did with them, and embargoes. */
@NullMarked
package org.sekisho.ejb.report.release;

import org.jspecify.annotations.NullMarked;
