/** What runs in the portal's own Java virtual machine; needs nothing but the JDK and Payara Micro. */
@NullMarked
package org.sekisho.server.portal;

import org.jspecify.annotations.NullMarked;
