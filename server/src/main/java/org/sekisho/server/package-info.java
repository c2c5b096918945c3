/** The runnable product: reads the settings, brings up PostgreSQL and its schema, then Payara Micro with the portal, and ends them. */
@NullMarked
package org.sekisho.server;

import org.jspecify.annotations.NullMarked;
