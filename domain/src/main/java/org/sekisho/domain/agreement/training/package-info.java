/** Records of training that people completed, and how long each counts. */
@NullMarked
package org.sekisho.domain.agreement.training;

import org.jspecify.annotations.NullMarked;
