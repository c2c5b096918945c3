/** Answers over HTTP that are bounded in bytes and in time, whoever sends them. */
@NullMarked
package org.sekisho.proof.http;

import org.jspecify.annotations.NullMarked;
