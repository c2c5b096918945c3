/** Tests of pages of people and sign-in. */
@NullMarked
package org.sekisho.web.party;

import org.jspecify.annotations.NullMarked;
