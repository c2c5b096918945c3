package org.sekisho.domain.report.severity;

import java.time.LocalDate;

/**
 * Which edition of a published list was loaded.
 *
 * @param version of the catalogue, or of the model that computed it
 * @param day of its publication
 * @param entries how many flaws it names
 */
public record ListEdition(String version, LocalDate day, int entries) {}
