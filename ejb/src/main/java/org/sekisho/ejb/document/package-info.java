/** Documents for people: text in both languages, laid out as PDF with fonts of the product's own. */
@NullMarked
package org.sekisho.ejb.document;

import org.jspecify.annotations.NullMarked;
