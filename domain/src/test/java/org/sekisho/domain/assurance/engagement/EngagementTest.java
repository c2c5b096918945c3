package org.sekisho.domain.assurance.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.Audit.AUDITOR;
import static org.sekisho.domain.assurance.Audit.BANKER;
import static org.sekisho.domain.assurance.Audit.COLLEAGUE;
import static org.sekisho.domain.assurance.Audit.COORDINATOR;
import static org.sekisho.domain.assurance.Audit.FIRM;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;
import static org.sekisho.domain.assurance.Audit.OTHER_FIRM;
import static org.sekisho.domain.assurance.Audit.PERIOD;
import static org.sekisho.domain.assurance.Audit.RIVAL_BANKER;
import static org.sekisho.domain.assurance.Audit.SEPTEMBER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.agreement.clause.NetworkRange;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.SharedError;

class EngagementTest {

    @Test
    void schedulingIsAnEventWithItsTermsAndNoWordsOfPeople() {
        Engagement engagement = Audit.scheduled();
        DomainEvent event = engagement.scheduled();
        assertEquals("engagement.scheduled", event.name());
        assertEquals(engagement.id(), event.subject().id());
        assertEquals("2026-07-01", event.details().get("periodFirst"));
        assertEquals(
                List.of("GRANTS", "TRAINING", "PLAYBOOK_EXERCISES"),
                event.details().get("sections"));
        assertFalse(event.toString().contains("Clauses 2 and 11"));
        assertEquals(Optional.of(Audit.AGREEMENT), engagement.agreement());
    }

    @Test
    void termsAreSettledOnlyByTheOwnerAndOnlyBeforeTheFieldwork() {
        EngagementTerms soc = Audit.terms(Standard.SOC_2, AssuranceLevel.REASONABLE);
        Engagement engagement = Audit.scheduled();
        Refused.with(AssuranceError.OWNER_ONLY, () -> engagement.settle(BANKER, soc, Audit.COMMISSION));
        Refused.with(AssuranceError.OWNER_ONLY, () -> engagement.settle(AUDITOR, soc, Audit.COMMISSION));
        engagement.settle(COORDINATOR, soc, Audit.COMMISSION);
        assertEquals(soc, engagement.terms());
        for (EngagementState state : EnumSet.complementOf(EnumSet.of(EngagementState.SCHEDULED))) {
            Refused.with(AssuranceError.TERMS_FIXED, () -> Audit.in(state).settle(COORDINATOR, soc, Audit.COMMISSION));
        }
    }

    @Test
    void settlingReplacesTheScope() {
        Engagement engagement = Audit.scheduled();
        EngagementTerms before = engagement.terms();
        EngagementTerms narrower = new EngagementTerms(
                before.standard(),
                before.level(),
                before.criteria(),
                before.responsibleParty(),
                before.intendedUsers(),
                before.period(),
                Set.of(EvidenceSection.FREEZES, EvidenceSection.GRANTS),
                before.reportDue());
        engagement.settle(COORDINATOR, narrower, Audit.COMMISSION);
        assertEquals(
                Set.of(EvidenceSection.FREEZES, EvidenceSection.GRANTS),
                engagement.terms().sections());
    }

    @Test
    void firmIsAppointedOnlyByTheOwnerBeforeTheFieldworkAndWithoutATeam() {
        Engagement engagement = Audit.scheduled();
        Refused.with(AssuranceError.OWNER_ONLY, () -> engagement.appoint(AUDITOR, Audit.appointment(FIRM)));
        DomainEvent event = engagement.appoint(COORDINATOR, Audit.appointment(OTHER_FIRM));
        assertEquals(1L, event.details().get("inARow"));
        engagement.appoint(COORDINATOR, Audit.appointment(FIRM));
        assertEquals(Optional.of(FIRM), engagement.firm());
        Audit.accept(engagement, AUDITOR);
        Refused.with(AssuranceError.TEAM_STANDS, () -> engagement.appoint(COORDINATOR, Audit.appointment(OTHER_FIRM)));
        engagement.team().release(COORDINATOR, AUDITOR.requirePerson(), SEPTEMBER);
        engagement.appoint(COORDINATOR, Audit.appointment(OTHER_FIRM));
        Refused.with(AssuranceError.TERMS_FIXED, () -> Audit.in(EngagementState.FIELDWORK)
                .appoint(COORDINATOR, Audit.appointment(OTHER_FIRM)));
    }

    @Test
    void networksAreApprovedByTheOwnerUntilTheCloseAndPacksLeaveForNoOthers() {
        Engagement engagement = Audit.in(EngagementState.FIELDWORK);
        engagement.requireApprovedNetwork("198.51.100.7");
        List<NetworkRange> offices = List.of(new NetworkRange("203.0.113.0/24"), new NetworkRange("2001:db8:12::/48"));
        Refused.with(AssuranceError.OWNER_ONLY, () -> engagement.approveNetworks(AUDITOR, offices));
        DomainEvent event = engagement.approveNetworks(COORDINATOR, offices);
        assertEquals(
                List.of("203.0.113.0/24", "2001:db8:12::/48"), event.details().get("networks"));
        assertEquals(offices, engagement.networks());
        engagement.requireApprovedNetwork("203.0.113.99");
        engagement.requireApprovedNetwork("2001:db8:12:1::5");
        Refused.with(AssuranceError.OUTSIDE_APPROVED_NETWORKS, () -> engagement.requireApprovedNetwork("198.51.100.7"));
        Refused.with(AssuranceError.OUTSIDE_APPROVED_NETWORKS, () -> engagement.requireApprovedNetwork(""));
        engagement.approveNetworks(COORDINATOR, List.of());
        engagement.requireApprovedNetwork("198.51.100.7");
        Refused.with(
                AssuranceError.NETWORKS_TOO_MANY,
                () -> engagement.approveNetworks(
                        COORDINATOR, Collections.nCopies(Engagement.NETWORKS_LIMIT + 1, offices.get(0))));
        Refused.with(AssuranceError.ENGAGEMENT_CLOSED, () -> Audit.in(EngagementState.CLOSED)
                .approveNetworks(COORDINATOR, offices));
    }

    @Test
    void fieldworkIsBegunByOwnerOrTeamAndNobodyElse() {
        Refused.with(AssuranceError.OWNER_OR_TEAM_ONLY, () -> Audit.staffed().beginFieldwork(BANKER, SEPTEMBER));
        Refused.with(AssuranceError.OWNER_OR_TEAM_ONLY, () -> Audit.staffed().beginFieldwork(COLLEAGUE, SEPTEMBER));
        Engagement byOwner = Audit.staffed();
        byOwner.beginFieldwork(COORDINATOR, SEPTEMBER);
        assertEquals(Optional.of(SEPTEMBER), byOwner.fieldworkAt());
        Audit.staffed().beginFieldwork(AUDITOR, SEPTEMBER);
    }

    @Test
    void fieldworkNeedsCompleteTerms() {
        EngagementTerms bare = new EngagementTerms(
                Standard.ISAE_3000,
                AssuranceLevel.LIMITED,
                "",
                Audit.BANK,
                "",
                PERIOD,
                Audit.SECTIONS,
                Audit.REPORT_DUE);
        Refused.with(AssuranceError.TERMS_INCOMPLETE, () -> Audit.staffed(bare).beginFieldwork(AUDITOR, SEPTEMBER));
    }

    @Test
    void fieldworkCannotBeginBeforeThePeriod() {
        Instant dayBefore = Days.endOf(PERIOD.first().minusDays(1)).minusSeconds(1);
        Refused.with(AssuranceError.PERIOD_NOT_BEGUN, () -> Audit.staffed().beginFieldwork(COORDINATOR, dayBefore));
    }

    @Test
    void fieldworkNeedsAFirmATeamAndEverybodysIndependence() {
        Engagement bare = Audit.scheduled();
        Refused.with(AssuranceError.FIRM_MISSING, () -> bare.beginFieldwork(COORDINATOR, SEPTEMBER));
        bare.appoint(COORDINATOR, Audit.appointment(FIRM));
        Refused.with(AssuranceError.TEAM_EMPTY, () -> bare.beginFieldwork(COORDINATOR, SEPTEMBER));
        Engagement half = Audit.staffed();
        half.team().assign(COORDINATOR, COLLEAGUE.requirePerson(), COLLEAGUE.affiliations(), Audit.PARTIES, SEPTEMBER);
        assertEquals(
                Independence.MISSING,
                Refused.with(
                                AssuranceError.INDEPENDENCE_NOT_ACCEPTED,
                                () -> half.beginFieldwork(COORDINATOR, SEPTEMBER))
                        .parameters()
                        .get("standing"));
        half.team().release(COORDINATOR, COLLEAGUE.requirePerson(), SEPTEMBER);
        half.beginFieldwork(COORDINATOR, SEPTEMBER);
    }

    @Test
    void fieldworkWaitsUntilTheFirmsOwnDeclarationIsAcceptedByBothSides() {
        Engagement engagement = Audit.scheduled();
        engagement.appoint(COORDINATOR, Audit.appointment(FIRM));
        Audit.accept(engagement, AUDITOR);
        AuditTeam team = engagement.team();
        assertBeginRefused(Independence.MISSING, engagement);
        UUID declaration =
                team.declare(COLLEAGUE, Optional.empty(), List.of(), SEPTEMBER).declaration();
        assertBeginRefused(Independence.PENDING, engagement);
        team.decide(COORDINATOR, declaration, true, "", SEPTEMBER);
        assertBeginRefused(Independence.PENDING, engagement);
        team.decideForAuthority(Audit.REVIEWER, declaration, Audit.CYBER_UNIT, true, "", "", SEPTEMBER);
        engagement.beginFieldwork(COORDINATOR, SEPTEMBER);
    }

    @Test
    void fieldworkWaitsForTheRenewalOfAFirmsDeclarationThatRanOut() {
        Engagement engagement = Audit.staffed();
        Instant nextYear = Days.startOf(LocalDate.of(2027, 9, 10));
        Audit.declareAndAccept(engagement, AUDITOR, nextYear);
        Map<String, ?> refusal = Refused.with(
                        AssuranceError.INDEPENDENCE_NOT_ACCEPTED, () -> engagement.beginFieldwork(AUDITOR, nextYear))
                .parameters();
        assertEquals(Map.of("firm", FIRM, "whose", "FIRM", "standing", Independence.EXPIRED), refusal);
        Audit.declareAndAccept(engagement, AUDITOR, Optional.empty(), nextYear);
        engagement.beginFieldwork(AUDITOR, nextYear);
    }

    private static void assertBeginRefused(Independence standing, Engagement engagement) {
        assertEquals(
                Map.of("firm", FIRM, "whose", "FIRM", "standing", standing),
                Refused.with(
                                AssuranceError.INDEPENDENCE_NOT_ACCEPTED,
                                () -> engagement.beginFieldwork(COORDINATOR, SEPTEMBER))
                        .parameters());
    }

    @Test
    void onlyAnIndependentAuditorOfTheTeamReportsAndCloses() {
        Engagement engagement = Audit.in(EngagementState.FIELDWORK);
        Refused.with(SharedError.NOT_FOUND, () -> engagement.beginReporting(COORDINATOR, NOVEMBER));
        Refused.with(SharedError.NOT_FOUND, () -> engagement.beginReporting(COLLEAGUE, NOVEMBER));
        Instant nextYear = Days.startOf(PERIOD.last().plusYears(1));
        Refused.with(AssuranceError.AUDITOR_MAY_NOT, () -> engagement.beginReporting(AUDITOR, nextYear));
        engagement.beginReporting(AUDITOR, NOVEMBER);
        Refused.with(SharedError.NOT_FOUND, () -> engagement.close(COORDINATOR, Conclusion.UNMODIFIED, 0, NOVEMBER));
        engagement.close(AUDITOR, Conclusion.QUALIFIED, 0, NOVEMBER);
        assertEquals(Optional.of(Conclusion.QUALIFIED), engagement.conclusion());
        assertEquals(AUDITOR.person(), engagement.closedBy());
        assertEquals(Optional.of(NOVEMBER), engagement.closedAt());
    }

    @Test
    void nothingIsConcludedBeforeThePeriodIsOver() {
        Engagement engagement = Audit.in(EngagementState.FIELDWORK);
        engagement.beginReporting(AUDITOR, SEPTEMBER);
        Instant lastMoment = Days.endOf(PERIOD.last()).minusSeconds(1);
        Refused.with(
                AssuranceError.PERIOD_NOT_OVER, () -> engagement.close(AUDITOR, Conclusion.UNMODIFIED, 0, lastMoment));
        engagement.close(AUDITOR, Conclusion.UNMODIFIED, 0, Days.endOf(PERIOD.last()));
    }

    @ParameterizedTest
    @EnumSource(Conclusion.class)
    void conclusionFitsTheLevel(Conclusion conclusion) {
        boolean findings = conclusion == Conclusion.FINDINGS_ONLY;
        assertEquals(findings, conclusion.fits(AssuranceLevel.NONE));
        assertEquals(!findings, conclusion.fits(AssuranceLevel.LIMITED));
        assertEquals(!findings, conclusion.fits(AssuranceLevel.REASONABLE));
        Engagement procedures =
                Audit.in(EngagementState.REPORTING, Audit.terms(Standard.AGREED_UPON_PROCEDURES, AssuranceLevel.NONE));
        if (findings) {
            procedures.close(AUDITOR, conclusion, 0, NOVEMBER);
        } else {
            Refused.with(
                    AssuranceError.CONCLUSION_AGAINST_LEVEL, () -> procedures.close(AUDITOR, conclusion, 0, NOVEMBER));
        }
    }

    @ParameterizedTest
    @EnumSource(EngagementState.class)
    void accessLogIsOpenToTheOwnerAtOnceAndToTheAuditedOrganisationAfterTheClose(EngagementState state) {
        Engagement engagement = Audit.in(state);
        assertTrue(engagement.opensAccessLogTo(COORDINATOR));
        assertEquals(state == EngagementState.CLOSED, engagement.opensAccessLogTo(BANKER));
        assertFalse(engagement.opensAccessLogTo(RIVAL_BANKER));
        assertFalse(engagement.opensAccessLogTo(AUDITOR));
    }
}
