@NullMarked
package org.sekisho.domain.report.review;

import org.jspecify.annotations.NullMarked;
