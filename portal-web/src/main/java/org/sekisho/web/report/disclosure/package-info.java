/** Pages of disclosure cases: the list, one case with who was told and what they said, and what people do with it. */
@NullMarked
package org.sekisho.web.report.disclosure;

import org.jspecify.annotations.NullMarked;
