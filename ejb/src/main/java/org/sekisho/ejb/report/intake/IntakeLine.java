package org.sekisho.ejb.report.intake;

import java.time.Instant;
import org.sekisho.domain.report.intake.IntakeRow;

/**
 * An import as pages show it.
 *
 * @param fileName as it came
 * @param brokenOff whether whoever read it has gone, so that it can be taken over
 * @param handedOut whether the reader may have the file
 * @param at the instant for which that holds
 */
public record IntakeLine(IntakeRow row, String fileName, boolean brokenOff, boolean handedOut, Instant at) {}
