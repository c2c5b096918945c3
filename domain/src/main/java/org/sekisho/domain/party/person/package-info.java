/** People, the organisations they belong to or have left, and who may do what with an account. */
@NullMarked
package org.sekisho.domain.party.person;

import org.jspecify.annotations.NullMarked;
