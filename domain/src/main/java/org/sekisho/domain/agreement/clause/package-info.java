/**
 * The clauses of an access agreement: typed, immutable data that every action is checked against, their canonical JSON that is
 * signed, and the document in English and Japanese that is drawn from them.
 */
@NullMarked
package org.sekisho.domain.agreement.clause;

import org.jspecify.annotations.NullMarked;
