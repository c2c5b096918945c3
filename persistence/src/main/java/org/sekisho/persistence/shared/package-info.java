/** What every part of the persistence rests on: migrations, converters, who acts, paging. */
@NullMarked
package org.sekisho.persistence.shared;

import org.jspecify.annotations.NullMarked;
