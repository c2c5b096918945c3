/** What every page and resource rests on: who is signed in, language, notices, refusals turned into words, headers. */
@NullMarked
package org.sekisho.web.shared;

import org.jspecify.annotations.NullMarked;
