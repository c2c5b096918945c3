/** Certificates for which the packs of an audit are encrypted: given, replaced and withdrawn by its auditors. */
@NullMarked
package org.sekisho.domain.assurance.certificate;

import org.jspecify.annotations.NullMarked;
