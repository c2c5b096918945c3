/** Use cases of agreements: drafting, negotiation, signing, standing, and the job that lets terms begin and end. */
@NullMarked
package org.sekisho.ejb.agreement;

import org.jspecify.annotations.NullMarked;
