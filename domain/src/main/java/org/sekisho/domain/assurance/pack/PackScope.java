package org.sekisho.domain.assurance.pack;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.evidence.EvidenceFilter;
import org.sekisho.domain.assurance.evidence.EvidenceState;

/**
 * For what a pack is collected. Whatever lies outside section or period stays out.
 *
 * @param agreement empty where an organisation is audited on its own account
 * @param responsibleParty the audited organisation
 * @param label the label of documents that have none of their own
 * @param masked what auditors don't see of reports
 * @param at when the list is fixed; nothing later is in it
 */
public record PackScope(
        UUID engagement,
        Optional<UUID> agreement,
        UUID responsibleParty,
        Period period,
        Set<EvidenceSection> sections,
        Tlp label,
        Set<SensitiveMatter> masked,
        Instant at) {

    /** Documents of a pack are for the audit firm and those it has to tell within. */
    public static final Tlp USUAL_LABEL = Tlp.AMBER;

    public PackScope {
        sections = Collections.unmodifiableSet(EnumSet.copyOf(sections));
        masked = Set.copyOf(masked);
    }

    /** What an engagement's packs hold. */
    public static PackScope of(Engagement engagement, Set<SensitiveMatter> masked, Instant at) {
        return new PackScope(
                engagement.id(),
                engagement.agreement(),
                engagement.terms().responsibleParty(),
                engagement.terms().period(),
                engagement.terms().sections(),
                USUAL_LABEL,
                masked,
                at);
    }

    /** The items of evidence that count as proof in it. */
    public EvidenceFilter evidence() {
        return new EvidenceFilter(
                Optional.of(engagement),
                Optional.empty(),
                Optional.empty(),
                sections,
                Set.of(EvidenceState.RECEIVED, EvidenceState.ACCEPTED),
                Optional.of(period));
    }

    public boolean holds(EvidenceSection section) {
        return sections.contains(section);
    }
}
