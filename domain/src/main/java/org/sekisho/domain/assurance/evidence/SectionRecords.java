package org.sekisho.domain.assurance.evidence;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;

/** What the portal's own records tell of the sections of an engagement; the same to everybody who may see it. */
public interface SectionRecords {

    /** The sections that are counted by these records. */
    Set<EvidenceSection> COUNTED = Set.copyOf(
            EnumSet.of(EvidenceSection.REPORT_REVIEWS, EvidenceSection.ESCALATIONS, EvidenceSection.RELEASES));

    /**
     * What fell due in the months of the period, until now, and how much of it was done as it should be: stages of reviews decided before
     * their clock ran out, escalations acknowledged before they were raised again, releases with the receipt of the recipient. A month in
     * which nothing fell due has none.
     */
    List<Count> counts(UUID engagement, Period period, Instant now);

    /** The days on which an environment of the audited agreement was approved, one proof for each attestation. */
    List<Proof> attested(UUID engagement);
}
