/** Use cases of embargoes: proposed by the owner of a report, answered by each organisation for itself. */
@NullMarked
package org.sekisho.ejb.report.embargo;

import org.jspecify.annotations.NullMarked;
