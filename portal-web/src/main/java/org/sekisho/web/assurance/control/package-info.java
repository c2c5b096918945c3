/** Pages of the catalogue of controls. */
@NullMarked
package org.sekisho.web.assurance.control;

import org.jspecify.annotations.NullMarked;
