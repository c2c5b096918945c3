package org.sekisho.domain.assurance.sample;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An item of a sample as lists show it.
 *
 * @param subject the record of the population
 * @param reason why it was picked; empty where it was drawn
 * @param preparedBy the name of who prepared the last test; empty where there is none, or the person was erased
 * @param reviewedBy likewise of who reviewed it last
 * @param returnReason why the last test was returned; empty otherwise
 */
public record SampleItemRow(
        UUID id,
        UUID sample,
        UUID engagement,
        int position,
        UUID subject,
        String stratum,
        String reason,
        SheetState state,
        Optional<TestResult> result,
        Optional<UUID> preparedById,
        Optional<String> preparedBy,
        Optional<Instant> preparedAt,
        Optional<String> reviewedBy,
        Optional<Instant> reviewedAt,
        String returnReason) {}
