/** What a rival sees of a bank: nothing by page, by REST, or in the database. */
@NullMarked
package org.sekisho.container.isolation;

import org.jspecify.annotations.NullMarked;
