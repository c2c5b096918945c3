package org.sekisho.ejb.report.intake;

import java.util.UUID;

/**
 * What became of a file that was handed in.
 *
 * @param intake its import
 * @param repeated whether that import was there before: the same file makes nothing twice
 */
public record BegunIntake(UUID intake, boolean repeated) {}
