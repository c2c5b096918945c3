@NullMarked
package org.sekisho.domain.report.escalation;

import org.jspecify.annotations.NullMarked;
