/**
 * What of a report a reader doesn't see: passages that rules find or authors mark, masked as the agreement's redaction clause has it for
 * each audience.
 */
@NullMarked
package org.sekisho.domain.report.redaction;

import org.jspecify.annotations.NullMarked;
