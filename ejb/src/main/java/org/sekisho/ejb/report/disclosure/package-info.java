/** Disclosure cases: who outside was told of a flaw in a product, what they said, and when it is published. */
@NullMarked
package org.sekisho.ejb.report.disclosure;

import org.jspecify.annotations.NullMarked;
