@NullMarked
package org.sekisho.ejb.report.release;

import org.jspecify.annotations.NullMarked;
