package org.sekisho.domain.report.intake;

import static org.sekisho.domain.shared.Checks.check;

import java.util.Map;

/**
 * What became of the items of a file. No item is lost: each is counted once.
 *
 * @param received how many items the file has
 * @param created became findings
 * @param duplicates are the same as an earlier finding of the organisation, or as an earlier item of the file
 * @param rejected each with a reason
 */
public record IntakeTally(long received, long created, long duplicates, long rejected) {

    public static final IntakeTally NONE = new IntakeTally(0, 0, 0, 0);

    public IntakeTally {
        check(
                created >= 0 && duplicates >= 0 && rejected >= 0 && received == created + duplicates + rejected,
                IntakeError.COUNTS_DIFFER,
                Map.of("received", received, "created", created, "duplicates", duplicates, "rejected", rejected));
    }
}
