/** Escalation: reports evaluated at every change, put before the authority, acknowledged there or raised again. */
@NullMarked
package org.sekisho.ejb.report.escalation;

import org.jspecify.annotations.NullMarked;
