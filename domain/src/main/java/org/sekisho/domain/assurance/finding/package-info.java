/** Findings of audits, from the check of their facts to management's response, and the corrective actions that follow from them. */
@NullMarked
package org.sekisho.domain.assurance.finding;

import org.jspecify.annotations.NullMarked;
