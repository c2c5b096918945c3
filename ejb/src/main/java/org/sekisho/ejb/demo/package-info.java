/**
 * The demo regime: invented organisations and people with one known password, loaded into an empty database through the use cases,
 * and a clock that can be moved to show what lapses.
 */
@NullMarked
package org.sekisho.ejb.demo;

import org.jspecify.annotations.NullMarked;
