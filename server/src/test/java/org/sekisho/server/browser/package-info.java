/** The portal as people see it: the built jar with the demo regime, and a real browser. */
@NullMarked
package org.sekisho.server.browser;

import org.jspecify.annotations.NullMarked;
