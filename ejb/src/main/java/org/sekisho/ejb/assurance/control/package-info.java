/** Use cases of the catalogue of controls, and OSCAL documents: catalogs that are taken in, and the results of audits that leave in packs. */
@NullMarked
package org.sekisho.ejb.assurance.control;

import org.jspecify.annotations.NullMarked;
