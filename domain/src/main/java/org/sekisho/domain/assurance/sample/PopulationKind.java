package org.sekisho.domain.assurance.sample;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.assurance.EvidenceSection;

/** Kinds of record that a population can be of, each with the sections of an engagement's scope that allow it. */
public enum PopulationKind {
    /** Grants of roles that touch the period; a stratum for each role. */
    GRANTS(EnumSet.of(EvidenceSection.GRANTS)),
    /** Records of training that count in the period, of people granted under the agreement; a stratum for each training. */
    TRAINING(EnumSet.of(EvidenceSection.TRAINING)),
    /** What was asked of the access policy in the period, as the trail tells it; a stratum for permitted and one for not permitted. */
    ACCESS_DECISIONS(EnumSet.of(EvidenceSection.USAGE, EvidenceSection.TRAIL)),
    /** Votes on reports in stages that have closed; a stratum for each side. */
    REPORT_DECISIONS(EnumSet.of(EvidenceSection.REPORT_REVIEWS)),
    /** Freezes that stood in the period; a stratum for each scope. */
    FREEZES(EnumSet.of(EvidenceSection.FREEZES));

    private final Set<EvidenceSection> sections;

    PopulationKind(Set<EvidenceSection> sections) {
        this.sections = sections;
    }

    /** Those of its sections that a scope has: what its records are about there. */
    public Set<EvidenceSection> within(Set<EvidenceSection> scope) {
        Set<EvidenceSection> within = EnumSet.copyOf(sections);
        within.retainAll(scope);
        return Collections.unmodifiableSet(within);
    }

    /** Whether a scope with these sections allows it. */
    public boolean isWithin(Set<EvidenceSection> scope) {
        return sections.stream().anyMatch(scope::contains);
    }
}
