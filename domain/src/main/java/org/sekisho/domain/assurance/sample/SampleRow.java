package org.sekisho.domain.assurance.sample;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.domain.assurance.Period;

/**
 * A sample as lists show it.
 *
 * @param size how many items are drawn; 0 where they are picked
 * @param records how many records the population holds
 * @param counted how many there are by the other path
 * @param items how many items there are by now
 * @param tested how many of them have a test that wasn't returned
 * @param approved how many have one that was approved
 * @param exceptions how many have one that came to an exception
 */
public record SampleRow(
        UUID id,
        UUID engagement,
        String engagementNumber,
        int number,
        String purpose,
        PopulationKind kind,
        SamplingMethod method,
        Period period,
        int size,
        int records,
        long counted,
        SampleState state,
        Instant frozenAt,
        int items,
        int tested,
        int approved,
        int exceptions) {

    /** Whether both counts of the population agree. */
    public boolean isComplete() {
        return records == counted;
    }
}
