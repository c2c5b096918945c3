/** Pages of audits: the list and the calendar, one audit with its requests, evidence, packs and team, and the files themselves. */
@NullMarked
package org.sekisho.web.assurance;

import org.jspecify.annotations.NullMarked;
