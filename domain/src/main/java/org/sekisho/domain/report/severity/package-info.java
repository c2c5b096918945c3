/** How bad a flaw is: CVSS computed from its vector, and what is known of its exploitation (KEV, EPSS). */
@NullMarked
package org.sekisho.domain.report.severity;

import org.jspecify.annotations.NullMarked;
