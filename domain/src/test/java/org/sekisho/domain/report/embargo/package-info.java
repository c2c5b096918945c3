@NullMarked
package org.sekisho.domain.report.embargo;

import org.jspecify.annotations.NullMarked;
