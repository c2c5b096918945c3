package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
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
import org.sekisho.domain.assurance.evidence.Count;
import org.sekisho.domain.assurance.evidence.Coverage;
import org.sekisho.domain.assurance.evidence.EvidenceItems;
import org.sekisho.domain.assurance.evidence.Origin;
import org.sekisho.domain.assurance.evidence.Proof;
import org.sekisho.domain.assurance.evidence.SectionRecords;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.Organisations;
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
            EvidenceSection.PHASES,
            EvidenceSection.FREEZES,
            EvidenceSection.TRAIL);

    /** The same of an organisation on its own account, from the day on which it was registered. */
    private static final Set<EvidenceSection> KEPT_OF_ORGANISATION = EnumSet.of(EvidenceSection.TRAIL);

    @Inject
    private CurrentAct act;

    @Inject
    private EvidenceItems items;

    @Inject
    private RequestDirectory requests;

    @Inject
    private SectionRecords records;

    @Inject
    private AuditedAgreements agreements;

    @Inject
    private Organisations organisations;

    /** By section and month. What fell due in live-fire trials and exercises no record tells yet: it shows as unknown. */
    Coverage of(Engagement engagement) {
        EngagementTerms terms = engagement.terms();
        LocalDate today = Days.of(act.now());
        List<Proof> proofs = new ArrayList<>(items.proofs(engagement));
        proofs.addAll(kept(engagement, today));
        proofs.addAll(records.attested(engagement.id()));
        return Coverage.of(
                terms.period(),
                terms.sections(),
                proofs,
                counts(engagement, today),
                requests.waiting(engagement.id()),
                today);
    }

    /** Also of the months in which nothing fell due, which is known where there is an agreement. */
    private List<Count> counts(Engagement engagement, LocalDate today) {
        if (engagement.agreement().isEmpty()) {
            return List.of();
        }
        Period period = engagement.terms().period();
        List<Count> counts = new ArrayList<>(records.counts(engagement.id(), period, act.now()));
        YearMonth last = YearMonth.from(period.last().isBefore(today) ? period.last() : today);
        for (YearMonth month = YearMonth.from(period.first()); !month.isAfter(last); month = month.plusMonths(1)) {
            for (EvidenceSection section : SectionRecords.COUNTED) {
                counts.add(new Count(section, month, 0, 0));
            }
        }
        return counts;
    }

    private List<Proof> kept(Engagement engagement, LocalDate today) {
        boolean own = engagement.agreement().isEmpty();
        Optional<LocalDate> since = own
                ? organisations
                        .find(engagement.terms().responsibleParty())
                        .map(Organisation::createdAt)
                        .map(Days::of)
                : engagement.agreement().flatMap(agreements::find).map(Audited::termFirst);
        return since.filter(first -> !first.isAfter(today))
                .map(first -> new Period(first, today))
                .map(period -> (own ? KEPT_OF_ORGANISATION : KEPT_HERE)
                        .stream()
                                .map(section -> new Proof(section, period, Origin.SYSTEM))
                                .toList())
                .orElse(List.of());
    }
}
