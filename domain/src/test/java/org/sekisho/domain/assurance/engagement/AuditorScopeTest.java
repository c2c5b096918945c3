package org.sekisho.domain.assurance.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.Audit.AUDITOR;
import static org.sekisho.domain.assurance.Audit.BANK;
import static org.sekisho.domain.assurance.Audit.COLLEAGUE;
import static org.sekisho.domain.assurance.Audit.COORDINATOR;
import static org.sekisho.domain.assurance.Audit.FIRM;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;
import static org.sekisho.domain.assurance.Audit.OTHER_FIRM;
import static org.sekisho.domain.assurance.Audit.PERIOD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.assurance.engagement.AuditorReading.Obstacle;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.SharedError;

class AuditorScopeTest {

    private static final Period IN_AUGUST = new Period(LocalDate.of(2026, 8, 9), LocalDate.of(2026, 8, 21));

    @ParameterizedTest
    @EnumSource(EngagementState.class)
    void auditorReadsOnlyWhileTheEngagementIsOpen(EngagementState state) {
        Set<Obstacle> expected = state == EngagementState.FIELDWORK || state == EngagementState.REPORTING
                ? Set.of()
                : Set.of(Obstacle.ENGAGEMENT_NOT_OPEN);
        assertEquals(expected, read(AUDITOR, Audit.in(state)));
    }

    @ParameterizedTest
    @EnumSource(EvidenceSection.class)
    void auditorReadsOnlyWhatIsInScope(EvidenceSection section) {
        Engagement engagement = Audit.in(EngagementState.FIELDWORK);
        AuditorReading reading = AuditorScope.decide(AUDITOR, engagement, section, IN_AUGUST, NOVEMBER);
        assertEquals(Audit.SECTIONS.contains(section) ? Set.of() : Set.of(Obstacle.OUT_OF_SCOPE), reading.against());
    }

    @Test
    void auditorReadsWhatTouchesThePeriod() {
        assertEquals(Set.of(), readAbout(PERIOD.first(), PERIOD.first()));
        assertEquals(Set.of(), readAbout(PERIOD.last(), PERIOD.last()));
        assertEquals(
                Set.of(), readAbout(PERIOD.first().minusYears(1), PERIOD.last().plusYears(1)));
        Set<Obstacle> outside = Set.of(Obstacle.OUT_OF_PERIOD);
        assertEquals(
                outside, readAbout(PERIOD.first().minusYears(1), PERIOD.first().minusDays(1)));
        assertEquals(outside, readAbout(PERIOD.last().plusDays(1), PERIOD.last().plusDays(1)));
    }

    @Test
    void nobodyElseReads() {
        Engagement engagement = Audit.in(EngagementState.FIELDWORK);
        for (Actor other : List.of(COLLEAGUE, COORDINATOR, Audit.BANKER, Audit.COLLECTOR, Actor.anonymous())) {
            assertTrue(read(other, engagement).contains(Obstacle.NOT_ON_TEAM));
        }
    }

    @Test
    void releaseEndsTheReadingAtOnce() {
        Engagement engagement = Audit.in(EngagementState.FIELDWORK);
        engagement.team().release(COORDINATOR, AUDITOR.requirePerson(), NOVEMBER);
        assertEquals(Set.of(Obstacle.NOT_ON_TEAM), read(AUDITOR, engagement));
    }

    @Test
    void moveToAnotherOrganisationEndsTheReading() {
        Engagement engagement = Audit.in(EngagementState.FIELDWORK);
        Actor elsewhere = Audit.moved(AUDITOR, OTHER_FIRM, Set.of(FIRM, OTHER_FIRM));
        assertEquals(Set.of(Obstacle.NOT_OF_FIRM), read(elsewhere, engagement));
        Actor seconded = Audit.moved(AUDITOR, FIRM, Set.of(FIRM, BANK));
        assertEquals(Set.of(Obstacle.AFFILIATED), read(seconded, engagement));
    }

    @Test
    void independenceMustStand() {
        Engagement engagement = Audit.in(EngagementState.FIELDWORK);
        Actor late = COLLEAGUE;
        engagement.team().assign(COORDINATOR, late.requirePerson(), late.affiliations(), Audit.PARTIES, NOVEMBER);
        assertEquals(Set.of(Obstacle.INDEPENDENCE_MISSING), read(late, engagement));
        var declaration = engagement
                .team()
                .declare(late, late.person(), List.of(), NOVEMBER)
                .declaration();
        assertEquals(Set.of(Obstacle.INDEPENDENCE_PENDING), read(late, engagement));
        engagement.team().decide(COORDINATOR, declaration, false, "No", NOVEMBER);
        assertEquals(Set.of(Obstacle.INDEPENDENCE_REFUSED), read(late, engagement));
        Instant nextYear = Days.startOf(LocalDate.of(2027, 9, 10));
        assertEquals(
                Set.of(Obstacle.INDEPENDENCE_EXPIRED, Obstacle.FIRM_NOT_INDEPENDENT),
                AuditorScope.decide(AUDITOR, engagement, EvidenceSection.GRANTS, IN_AUGUST, nextYear)
                        .against());
    }

    @Test
    void firmMustStayIndependentToo() {
        Engagement engagement = Audit.in(EngagementState.FIELDWORK);
        var declaration = engagement
                .team()
                .declare(COLLEAGUE, Optional.empty(), List.of(), NOVEMBER)
                .declaration();
        assertEquals(Set.of(), read(AUDITOR, engagement));
        engagement.team().decide(COORDINATOR, declaration, false, "Sold the bank a system", NOVEMBER);
        assertEquals(Set.of(Obstacle.FIRM_NOT_INDEPENDENT), read(AUDITOR, engagement));
    }

    @Test
    void everythingThatStandsAgainstItIsNamed() {
        Engagement closed = Audit.in(EngagementState.CLOSED);
        Actor elsewhere = Audit.moved(AUDITOR, BANK, Set.of(BANK));
        Period later = new Period(PERIOD.last().plusDays(1), PERIOD.last().plusDays(2));
        Instant nextYear = Days.startOf(LocalDate.of(2027, 9, 10));
        AuditorReading reading = AuditorScope.decide(elsewhere, closed, EvidenceSection.FREEZES, later, nextYear);
        assertEquals(
                Set.of(
                        Obstacle.ENGAGEMENT_NOT_OPEN,
                        Obstacle.NOT_OF_FIRM,
                        Obstacle.AFFILIATED,
                        Obstacle.INDEPENDENCE_EXPIRED,
                        Obstacle.FIRM_NOT_INDEPENDENT,
                        Obstacle.OUT_OF_SCOPE,
                        Obstacle.OUT_OF_PERIOD),
                reading.against());
    }

    @Test
    void strangerLearnsNothingAndTheAuditorLearnsWhy() {
        Engagement closed = Audit.in(EngagementState.CLOSED);
        Refused.with(SharedError.NOT_FOUND, () -> AuditorScope.decide(COLLEAGUE, closed, NOVEMBER)
                .requirePermitted());
        assertEquals(
                "ENGAGEMENT_NOT_OPEN",
                Refused.with(AssuranceError.AUDITOR_MAY_NOT, () -> AuditorScope.decide(AUDITOR, closed, NOVEMBER)
                                .requirePermitted())
                        .parameters()
                        .get("against"));
    }

    private static Set<Obstacle> read(Actor actor, Engagement engagement) {
        return AuditorScope.decide(actor, engagement, EvidenceSection.GRANTS, IN_AUGUST, NOVEMBER)
                .against();
    }

    private static Set<Obstacle> readAbout(LocalDate first, LocalDate last) {
        return AuditorScope.decide(
                        AUDITOR,
                        Audit.in(EngagementState.FIELDWORK),
                        EvidenceSection.TRAINING,
                        new Period(first, last),
                        NOVEMBER)
                .against();
    }
}
