package org.sekisho.ejb.assurance.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.control.ControlCatalogue;
import org.sekisho.domain.assurance.engagement.Conclusion;
import org.sekisho.domain.assurance.evidence.EvidenceState;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.party.Name;

/**
 * What assessment results say of an engagement, as it stands in the snapshot of a pack.
 *
 * @param terms what was agreed with the auditors
 * @param evidence what counts as proof, in the order of its files
 * @param findings those whose facts stand, by number
 * @param modified when the last of all this came about: the same state has the same time
 */
record AssessedAudit(
        UUID id,
        String number,
        Terms terms,
        Party audited,
        Party owner,
        Optional<Party> firm,
        int catalogueVersion,
        ControlCatalogue catalogue,
        List<Evidence> evidence,
        List<Sample> samples,
        List<Found> findings,
        Optional<Conclusion> conclusion,
        Instant modified) {

    /** What was agreed with the auditors. */
    record Terms(
            Standard standard, AssuranceLevel level, String criteria, Period period, Set<EvidenceSection> sections) {}

    /** An organisation that has to do with the audit. */
    record Party(UUID id, Name name) {}

    /**
     * A file that proves something.
     *
     * @param title empty where it may not be told
     * @param control the control that it was handed in for; empty for its section as a whole
     */
    record Evidence(
            UUID id,
            String title,
            EvidenceSection section,
            String control,
            Period proves,
            Instant arrivedAt,
            EvidenceState state,
            Tlp label,
            PackedFile file) {}

    /**
     * A sample with what its tests came to.
     *
     * @param sections those in scope that its population is about
     * @param file its record in the pack
     */
    record Sample(
            UUID id,
            int number,
            String purpose,
            Set<EvidenceSection> sections,
            Instant frozenAt,
            int records,
            int items,
            int tested,
            int approved,
            int exceptions,
            PackedFile file) {}

    /**
     * Something that was found, and what is done about it.
     *
     * @param controls the ids of those that it names; none where it stands for its section
     */
    record Found(
            UUID id,
            int number,
            EvidenceSection section,
            Set<String> controls,
            FindingSeverity severity,
            String title,
            String condition,
            String criterion,
            String recommendation,
            LocalDate remedyDue,
            List<Remedy> remedies) {}

    /**
     * A corrective action that wasn't replaced.
     *
     * @param plan what it does; empty where it may not be told
     * @param verified whether somebody saw that it works
     */
    record Remedy(UUID id, int number, String plan, LocalDate due, boolean verified) {}

    /**
     * A file of the pack.
     *
     * @param path below data/
     */
    record PackedFile(String path, String sha256) {}
}
