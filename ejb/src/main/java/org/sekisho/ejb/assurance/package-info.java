/** Use cases of audits: engagements and their calendar, requests, evidence, coverage, packs and their building. */
@NullMarked
package org.sekisho.ejb.assurance;

import org.jspecify.annotations.NullMarked;
