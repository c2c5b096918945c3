/**
 * The review of a revision by both sides: the chain of stages that the agreement's review clause asks for, votes, whose work it is, and
 * measures that can't wait for it.
 */
@NullMarked
package org.sekisho.domain.report.review;

import org.jspecify.annotations.NullMarked;
