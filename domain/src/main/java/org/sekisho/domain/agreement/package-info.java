/**
 * Agreements: their parties, their versions from the first draft to the one that governs, negotiation, internal approval, signature,
 * suspension and end. What they say stands in {@code clause}; what they permit is decided in {@code access}.
 */
@NullMarked
package org.sekisho.domain.agreement;

import org.jspecify.annotations.NullMarked;
