/**
 * Finds what a rendering may have to mask: a published set of rules, matched in linear time on normalised text. {@code docs/redaction.md}
 * lists the rules.
 */
@NullMarked
package org.sekisho.ejb.gateway.redaction;

import org.jspecify.annotations.NullMarked;
