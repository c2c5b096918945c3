/** Pages of people, organisations and sign-in. */
@NullMarked
package org.sekisho.web.party;

import org.jspecify.annotations.NullMarked;
