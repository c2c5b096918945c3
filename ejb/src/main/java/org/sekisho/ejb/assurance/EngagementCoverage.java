package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.AuditedAgreements;
import org.sekisho.domain.assurance.engagement.AuditedAgreements.Audited;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.assurance.engagement.RequestDirectory;
import org.sekisho.domain.assurance.evidence.Coverage;
import org.sekisho.domain.assurance.evidence.EvidenceItems;
import org.sekisho.domain.assurance.evidence.Origin;
import org.sekisho.domain.assurance.evidence.Proof;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.shared.CurrentAct;

/** Where an engagement's evidence is complete: what was handed in, and what the portal keeps itself. */
@ApplicationScoped
class EngagementCoverage {

    /** What the portal itself keeps without a gap, from the first day of an agreement's term: packs hold the records. */
    private static final Set<EvidenceSection> KEPT_HERE = EnumSet.of(
            EvidenceSection.AGREEMENT,
            EvidenceSection.GRANTS,
            EvidenceSection.TRAINING,
            EvidenceSection.ENVIRONMENTS,
            EvidenceSection.PHASES,
            EvidenceSection.FREEZES,
            EvidenceSection.TRAIL);

    @Inject
    private CurrentAct act;

    @Inject
    private EvidenceItems items;

    @Inject
    private RequestDirectory requests;

    @Inject
    private AuditedAgreements agreements;

    /** By section and month. What fell due in counted sections isn't told by this version's modules: it shows as unknown. */
    Coverage of(Engagement engagement) {
        EngagementTerms terms = engagement.terms();
        LocalDate today = Days.of(act.now());
        List<Proof> proofs = new ArrayList<>(items.proofs(engagement));
        proofs.addAll(kept(engagement, today));
        return Coverage.of(
                terms.period(), terms.sections(), proofs, List.of(), requests.waiting(engagement.id()), today);
    }

    private List<Proof> kept(Engagement engagement, LocalDate today) {
        Optional<Period> since = engagement
                .agreement()
                .flatMap(agreements::find)
                .map(Audited::termFirst)
                .filter(first -> !first.isAfter(today))
                .map(first -> new Period(first, today));
        return since.map(period -> KEPT_HERE.stream()
                        .map(section -> new Proof(section, period, Origin.SYSTEM))
                        .toList())
                .orElse(List.of());
    }
}
