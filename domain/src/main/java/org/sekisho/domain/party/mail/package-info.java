/** Mails to people: they say that something waits, by when, and where, and never what. */
@NullMarked
package org.sekisho.domain.party.mail;

import org.jspecify.annotations.NullMarked;
