/** Audit samples: populations frozen before anybody could know the seed, the draw, and the test of each item. Working papers of the auditors. */
@NullMarked
package org.sekisho.domain.assurance.sample;

import org.jspecify.annotations.NullMarked;
