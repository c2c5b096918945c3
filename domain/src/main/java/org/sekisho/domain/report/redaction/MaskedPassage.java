package org.sekisho.domain.report.redaction;

import org.sekisho.domain.agreement.clause.SensitiveMatter;

/**
 * What stands behind a mask.
 *
 * @param number as the mask has it, from 1 within the content
 * @param original what is masked
 */
public record MaskedPassage(int number, SensitiveMatter matter, String rule, String original) {}
