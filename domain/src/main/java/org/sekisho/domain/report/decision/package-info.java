/**
 * Decision tables: risk and escalation as versioned data. A table gives each combination of its inputs one outcome, and says for each of its
 * answers which row it came from.
 */
@NullMarked
package org.sekisho.domain.report.decision;

import org.jspecify.annotations.NullMarked;
