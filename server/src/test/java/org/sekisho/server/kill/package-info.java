/** The product while its processes are killed under it. */
@NullMarked
package org.sekisho.server.kill;

import org.jspecify.annotations.NullMarked;
