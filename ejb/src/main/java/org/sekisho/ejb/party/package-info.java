/** Use cases of people and sign-in. */
@NullMarked
package org.sekisho.ejb.party;

import org.jspecify.annotations.NullMarked;
