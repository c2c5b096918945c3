/** Pages of agreements: the list, one agreement with its tabs, negotiation, signing and the acts of the coordinator. */
@NullMarked
package org.sekisho.web.agreement;

import org.jspecify.annotations.NullMarked;
