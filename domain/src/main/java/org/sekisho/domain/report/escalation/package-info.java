/** Escalation: what a report asks for towards the authority, evaluated at every change, and the clock in which somebody there answers. */
@NullMarked
package org.sekisho.domain.report.escalation;

import org.jspecify.annotations.NullMarked;
