@NullMarked
package org.sekisho.domain.report.reading;

import org.jspecify.annotations.NullMarked;
