@NullMarked
package org.sekisho.domain.report.disclosure;

import org.jspecify.annotations.NullMarked;
