@NullMarked
package org.sekisho.domain.report;

import org.jspecify.annotations.NullMarked;
