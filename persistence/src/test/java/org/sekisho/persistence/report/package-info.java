@NullMarked
package org.sekisho.persistence.report;

import org.jspecify.annotations.NullMarked;
