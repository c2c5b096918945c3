package org.sekisho.domain.assurance.sample;

import java.util.UUID;

/**
 * A record of a frozen population.
 *
 * @param position in the list, from 1
 * @param selected whether it is in the sample
 */
public record PopulationRow(int position, UUID subject, String stratum, boolean selected) {}
