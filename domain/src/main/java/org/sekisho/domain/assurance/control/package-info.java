/**
 * The catalogue of controls: what should be so, mapped to the sections of evidence that show it and to the guidelines that ask for it.
 * It is versioned, and exchanged as an OSCAL catalog.
 */
@NullMarked
package org.sekisho.domain.assurance.control;

import org.jspecify.annotations.NullMarked;
