/** Use cases of reports: filing and changing them, both sides' review, and their way to the close. */
@NullMarked
package org.sekisho.ejb.report;

import org.jspecify.annotations.NullMarked;
