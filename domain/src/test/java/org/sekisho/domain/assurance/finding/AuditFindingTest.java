package org.sekisho.domain.assurance.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.Audit.AUDITOR;
import static org.sekisho.domain.assurance.Audit.BANKER;
import static org.sekisho.domain.assurance.Audit.COLLEAGUE;
import static org.sekisho.domain.assurance.Audit.COORDINATOR;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;
import static org.sekisho.domain.assurance.Audit.RIVAL_BANKER;
import static org.sekisho.domain.assurance.finding.Findings.AFTER_CHECK;
import static org.sekisho.domain.assurance.finding.Findings.DAYS;
import static org.sekisho.domain.assurance.finding.Findings.TODAY;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.assurance.engagement.Conclusion;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.shared.SharedError;

class AuditFindingTest {

    private static final Map<FindingState, Set<FindingState>> TABLE = Map.of(
            FindingState.DRAFT, EnumSet.of(FindingState.FACT_CHECK, FindingState.WITHDRAWN),
            FindingState.FACT_CHECK,
                    EnumSet.of(FindingState.CONTESTED, FindingState.ESTABLISHED, FindingState.WITHDRAWN),
            FindingState.CONTESTED,
                    EnumSet.of(FindingState.FACT_CHECK, FindingState.ESTABLISHED, FindingState.WITHDRAWN),
            FindingState.ESTABLISHED, EnumSet.of(FindingState.RESPONDED),
            FindingState.RESPONDED, EnumSet.noneOf(FindingState.class),
            FindingState.WITHDRAWN, EnumSet.noneOf(FindingState.class));

    private final Engagement engagement = Audit.in(EngagementState.FIELDWORK);

    static Stream<Arguments> pairs() {
        return Stream.of(FindingState.values()).flatMap(from -> Stream.of(FindingState.values())
                .filter(to -> to != FindingState.DRAFT)
                .map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyPairIsAsTheTableSaysAndTheVerbsAgree(FindingState from, FindingState to) {
        boolean allowed = TABLE.getOrDefault(from, Set.of()).contains(to);
        assertEquals(allowed, from.canBecome(to));
        AuditFinding finding = Findings.in(from, engagement);
        if (from == FindingState.CONTESTED && to == FindingState.FACT_CHECK) {
            finding.revise(AUDITOR, engagement, FindingSeverity.HIGH, NamedControls.none(), NOVEMBER);
        }
        if (allowed) {
            become(finding, to);
            assertEquals(to, finding.state());
        } else {
            Refused.with(AssuranceError.FINDING_STATE, () -> become(finding, to));
            assertEquals(from, finding.state());
        }
    }

    private void become(AuditFinding finding, FindingState to) {
        switch (to) {
            case FACT_CHECK -> finding.submit(AUDITOR, engagement, DAYS, NOVEMBER);
            case CONTESTED -> finding.contest(BANKER, engagement);
            case ESTABLISHED -> finding.maintain(AUDITOR, engagement, AFTER_CHECK);
            case RESPONDED -> finding.respond(BANKER, engagement, Position.AGREED, NOVEMBER);
            case WITHDRAWN -> finding.withdraw(AUDITOR, engagement, NOVEMBER);
            case DRAFT -> throw new AssertionError("Nothing becomes a draft");
        }
    }

    @Test
    void onlyAnAuditorOfTheTeamWritesAndOnlyAboutTheScope() {
        Refused.with(
                SharedError.NOT_FOUND,
                () -> new AuditFinding(
                        COORDINATOR,
                        engagement,
                        1,
                        EvidenceSection.TRAINING,
                        FindingSeverity.LOW,
                        NamedControls.none(),
                        NOVEMBER));
        Refused.with(
                SharedError.NOT_FOUND,
                () -> new AuditFinding(
                        COLLEAGUE,
                        engagement,
                        1,
                        EvidenceSection.TRAINING,
                        FindingSeverity.LOW,
                        NamedControls.none(),
                        NOVEMBER));
        Refused.with(
                AssuranceError.SECTION_OUT_OF_SCOPE,
                () -> new AuditFinding(
                        AUDITOR,
                        engagement,
                        1,
                        EvidenceSection.FREEZES,
                        FindingSeverity.LOW,
                        NamedControls.none(),
                        NOVEMBER));
    }

    @Test
    void onlyTheAuditedOrganisationChecksAndResponds() {
        AuditFinding finding = Findings.in(FindingState.FACT_CHECK, engagement);
        Refused.with(AssuranceError.AUDITED_ONLY, () -> finding.confirm(RIVAL_BANKER, engagement, NOVEMBER));
        Refused.with(AssuranceError.AUDITED_ONLY, () -> finding.contest(AUDITOR, engagement));
        finding.confirm(BANKER, engagement, NOVEMBER);
        Refused.with(
                AssuranceError.AUDITED_ONLY, () -> finding.respond(COORDINATOR, engagement, Position.AGREED, NOVEMBER));
        finding.respond(BANKER, engagement, Position.DISAGREED, NOVEMBER);
        assertEquals(Position.DISAGREED, finding.position().orElseThrow());
    }

    @Test
    void whatWasContestedIsNotSubmittedAgainUnchanged() {
        AuditFinding finding = Findings.in(FindingState.CONTESTED, engagement);
        Refused.with(AssuranceError.FINDING_NOT_REVISED, () -> finding.submit(AUDITOR, engagement, DAYS, NOVEMBER));
        finding.revise(AUDITOR, engagement, FindingSeverity.HIGH, NamedControls.none(), NOVEMBER);
        finding.submit(AUDITOR, engagement, DAYS, NOVEMBER);
        assertEquals(FindingState.FACT_CHECK, finding.state());
        assertEquals(2, finding.checkedRevision());
        assertEquals(FindingSeverity.HIGH, finding.severity());
    }

    @Test
    void aRevisionThatNobodyCheckedIsNotMaintained() {
        AuditFinding finding = Findings.in(FindingState.CONTESTED, engagement);
        finding.revise(AUDITOR, engagement, FindingSeverity.CRITICAL, NamedControls.none(), NOVEMBER);
        Refused.with(AssuranceError.FINDING_REVISED, () -> finding.maintain(AUDITOR, engagement, AFTER_CHECK));
    }

    @Test
    void silenceEstablishesNothingBeforeItsDayHasPassed() {
        AuditFinding finding = Findings.in(FindingState.FACT_CHECK, engagement);
        Refused.with(AssuranceError.FACT_CHECK_RUNS, () -> finding.maintain(AUDITOR, engagement, NOVEMBER));
        assertEquals(FindingState.FACT_CHECK, finding.state());
        finding.maintain(AUDITOR, engagement, AFTER_CHECK);
        assertEquals(FindingState.ESTABLISHED, finding.state());
    }

    @ParameterizedTest
    @EnumSource(
            value = FindingState.class,
            names = {"FACT_CHECK", "ESTABLISHED", "RESPONDED", "WITHDRAWN"})
    void whatIsBeingCheckedOrStandsIsNotRevised(FindingState state) {
        AuditFinding finding = Findings.in(state, engagement);
        Refused.with(
                AssuranceError.FINDING_STATE,
                () -> finding.revise(AUDITOR, engagement, FindingSeverity.LOW, NamedControls.none(), NOVEMBER));
        assertEquals(1, finding.revision());
    }

    @Test
    void daysFollowOneAnotherAndBeginTodayOrLater() {
        Refused.with(AssuranceError.FINDING_DAYS_REVERSED, () -> new FindingDays(TODAY, TODAY.minusDays(1), TODAY));
        Refused.with(
                AssuranceError.FINDING_DAYS_REVERSED,
                () -> new FindingDays(TODAY, TODAY.plusDays(2), TODAY.plusDays(1)));
        AuditFinding finding = Findings.in(FindingState.DRAFT, engagement);
        FindingDays past = new FindingDays(TODAY.minusDays(1), TODAY, TODAY);
        Refused.with(AssuranceError.FINDING_DUE_PAST, () -> finding.submit(AUDITOR, engagement, past, NOVEMBER));
        assertEquals(FindingState.DRAFT, finding.state());
    }

    @Test
    void anAuditIsClosedOnlyOnceEveryFindingIsSettled() {
        for (FindingState state : EnumSet.of(FindingState.DRAFT, FindingState.FACT_CHECK, FindingState.CONTESTED)) {
            assertFalse(Findings.in(state, engagement).isSettled(TODAY.plusYears(1)), state.name());
        }
        AuditFinding established = Findings.in(FindingState.ESTABLISHED, engagement);
        assertFalse(established.isSettled(DAYS.response()), "Management can still respond on the last day");
        assertTrue(established.isSettled(DAYS.response().plusDays(1)));
        assertTrue(Findings.in(FindingState.RESPONDED, engagement).isSettled(TODAY));
        assertTrue(Findings.in(FindingState.WITHDRAWN, engagement).isSettled(TODAY));
        Engagement reporting = Audit.in(EngagementState.REPORTING);
        Refused.with(
                AssuranceError.FINDINGS_UNSETTLED, () -> reporting.close(AUDITOR, Conclusion.QUALIFIED, 1, NOVEMBER));
        assertEquals(EngagementState.REPORTING, reporting.state());
    }

    @Test
    void managementCanStillRespondOnceTheAuditIsClosedAndContestNoMore() {
        Engagement reporting = Audit.in(EngagementState.REPORTING);
        AuditFinding established = Findings.in(FindingState.ESTABLISHED, reporting);
        AuditFinding unchecked = Findings.in(FindingState.FACT_CHECK, reporting);
        reporting.close(AUDITOR, Conclusion.QUALIFIED, 0, NOVEMBER);
        Refused.with(AssuranceError.ENGAGEMENT_CLOSED, () -> unchecked.contest(BANKER, reporting));
        established.respond(BANKER, reporting, Position.AGREED, NOVEMBER);
        assertEquals(FindingState.RESPONDED, established.state());
    }

    @Test
    void requiredPartsSaySomethingAndNoneIsTooLong() {
        Map<FindingWords.Part, String> parts = Map.of(
                FindingWords.Part.TITLE, "Title",
                FindingWords.Part.CONDITION, "What is",
                FindingWords.Part.CRITERION, "What should be");
        Refused.with(SharedError.REQUIRED, () -> new FindingWords(parts));
        Map<FindingWords.Part, String> whole = new EnumMap<>(parts);
        whole.put(FindingWords.Part.RECOMMENDATION, "What helps");
        assertEquals("", new FindingWords(whole).of(FindingWords.Part.CAUSE));
        whole.put(FindingWords.Part.TITLE, "x".repeat(201));
        Refused.with(SharedError.TOO_LONG, () -> new FindingWords(whole));
    }
}
