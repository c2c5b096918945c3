package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.AuditClause;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.control.CatalogueVersions;
import org.sekisho.domain.assurance.engagement.Appointment;
import org.sekisho.domain.assurance.engagement.AuditCalendar;
import org.sekisho.domain.assurance.engagement.AuditedAgreements;
import org.sekisho.domain.assurance.engagement.AuditedAgreements.Audited;
import org.sekisho.domain.assurance.engagement.Commission;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementNumber;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.assurance.engagement.IndependenceRules;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.organisation.Organisations;

/** What scheduling by hand and by the calendar have in common. */
@ApplicationScoped
class Scheduling {

    /** An engagement stands in the calendar this long before its period begins. */
    static final int DAYS_AHEAD = 92;

    /** Where no audit clause says otherwise. */
    private static final IndependenceRules USUAL_RULES = new IndependenceRules(3, IndependenceRules.LONGEST);

    @Inject
    private Engagements engagements;

    @Inject
    private Organisations organisations;

    @Inject
    private AuditedAgreements agreements;

    @Inject
    private CatalogueVersions catalogues;

    /** Schedules an engagement under the next free number. */
    Engagement schedule(Optional<UUID> agreement, UUID owner, EngagementTerms terms, Instant now) {
        IndependenceRules rules = agreement
                .flatMap(agreements::find)
                .map(audited -> rules(audited.clause()))
                .orElse(USUAL_RULES);
        Set<String> taken = together(agreement, terms.responsibleParty()).stream()
                .map(Engagement::number)
                .collect(Collectors.toSet());
        String number = EngagementNumber.of(terms.period().last(), taken);
        Engagement engagement =
                new Engagement(agreement, number, commission(owner, terms), terms, rules, catalogues.current(), now);
        engagements.add(engagement);
        return engagement;
    }

    /** The next engagement that the agreement's audit clause asks for and that isn't there. */
    Optional<Engagement> scheduleNext(Audited audited, LocalDate today, Instant now) {
        Optional<AuditCalendar.Planned> next = planned(audited, today).stream().findFirst();
        return next.map(planned -> schedule(
                Optional.of(audited.id()),
                audited.secretariat(),
                new EngagementTerms(
                        audited.clause().standard(),
                        audited.clause().level(),
                        "",
                        audited.receiver(),
                        "",
                        planned.period(),
                        audited.sections(),
                        planned.reportDue()),
                now));
    }

    /** Whether the calendar has something to add. */
    boolean lacksEngagement(Audited audited, LocalDate today) {
        return !planned(audited, today).isEmpty();
    }

    private List<AuditCalendar.Planned> planned(Audited audited, LocalDate today) {
        List<Period> engaged = engagements.ofAgreement(audited.id()).stream()
                .map(Engagement::terms)
                .filter(terms -> terms.responsibleParty().equals(audited.receiver()))
                .map(EngagementTerms::period)
                .toList();
        return AuditCalendar.due(
                audited.clause().cadenceDays(),
                audited.clause().graceDays(),
                audited.termFirst(),
                audited.termLast(),
                engaged,
                today.plusDays(DAYS_AHEAD));
    }

    /** What decides whether the firm may take the engagement: its place among those of the agreement, or of the organisation. */
    Appointment appointment(Engagement engagement, UUID firm, OrganisationKind kind) {
        UUID audited = engagement.terms().responsibleParty();
        List<Engagement> all = together(engagement.agreement(), audited).stream()
                .filter(other -> other.terms().responsibleParty().equals(audited))
                .toList();
        int place = all.indexOf(engagement);
        List<Optional<UUID>> firms = all.stream().map(Engagement::firm).toList();
        List<Optional<UUID>> before = new ArrayList<>(place < 0 ? List.of() : firms.subList(0, place));
        Collections.reverse(before);
        List<Optional<UUID>> after = place < 0 ? List.of() : firms.subList(place + 1, firms.size());
        Set<UUID> parties = engagement.agreement().map(agreements::parties).orElse(Set.of());
        return new Appointment(firm, kind, parties, before, after);
    }

    private static IndependenceRules rules(AuditClause clause) {
        return new IndependenceRules(clause.mostConsecutive(), clause.declarationMonths());
    }

    /** The owner's of whoever is audited by these terms. */
    Commission commission(UUID owner, EngagementTerms terms) {
        return new Commission(
                owner,
                organisations.require(owner).kind(),
                organisations.require(terms.responsibleParty()).kind());
    }

    /** The engagements among which numbers count and firms rotate: the agreement's, or the organisation's on its own account. */
    private List<Engagement> together(Optional<UUID> agreement, UUID audited) {
        return agreement.map(engagements::ofAgreement).orElseGet(() -> engagements.ofOwnAccount(audited));
    }
}
