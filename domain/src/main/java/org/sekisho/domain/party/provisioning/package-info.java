/** People and role requests read from a table, line by line, with the same rules as one by one. */
@NullMarked
package org.sekisho.domain.party.provisioning;

import org.jspecify.annotations.NullMarked;
