@NullMarked
package org.sekisho.domain.report.release;

import org.jspecify.annotations.NullMarked;
