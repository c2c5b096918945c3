/** Pages of escalations: the list, one escalation with what was sent and its clock, and what people do with it. */
@NullMarked
package org.sekisho.web.report.escalation;

import org.jspecify.annotations.NullMarked;
