/** How people prove who they are: passwords, one-time codes and links, and the sessions that follow. */
@NullMarked
package org.sekisho.domain.party.signin;

import org.jspecify.annotations.NullMarked;
