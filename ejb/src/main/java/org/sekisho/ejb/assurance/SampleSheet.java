package org.sekisho.ejb.assurance;

import java.util.Optional;
import org.sekisho.domain.assurance.sample.SampleItemRow;
import org.sekisho.domain.assurance.sample.SampleRow;

/**
 * The test sheet of an item, opened for the team.
 *
 * @param procedure empty before the first test
 * @param observation likewise, and where nothing was written
 * @param own whether the actor prepared the last test, and so can't review it
 * @param open whether the engagement isn't closed
 */
public record SampleSheet(
        SampleRow sample,
        SampleItemRow row,
        Optional<String> procedure,
        Optional<String> observation,
        boolean own,
        boolean open) {}
