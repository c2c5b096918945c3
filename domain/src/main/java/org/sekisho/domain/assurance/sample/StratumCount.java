package org.sekisho.domain.assurance.sample;

/** How much of a stratum is in the population and in the sample. */
public record StratumCount(String stratum, int records, int items) {}
