/** Audit engagements: their calendar, terms, team and independence, the auditor's reach, the request list, and the log of views. */
@NullMarked
package org.sekisho.domain.assurance.engagement;

import org.jspecify.annotations.NullMarked;
