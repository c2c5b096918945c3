package org.sekisho.domain.assurance.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.Audit.AUDITOR;
import static org.sekisho.domain.assurance.Audit.BANK;
import static org.sekisho.domain.assurance.Audit.BANKER;
import static org.sekisho.domain.assurance.Audit.COORDINATOR;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;
import static org.sekisho.domain.assurance.Audit.RIVAL;
import static org.sekisho.domain.assurance.Audit.RIVAL_BANKER;
import static org.sekisho.domain.assurance.finding.Findings.DAYS;
import static org.sekisho.domain.assurance.finding.Findings.TODAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.assurance.engagement.Conclusion;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.assurance.finding.CorrectiveAction.FollowUp;
import org.sekisho.domain.shared.SharedError;

class CorrectiveActionTest {

    private static final LocalDate DUE = TODAY.plusDays(30);
    private static final LocalDate LATEST = TODAY.plusDays(20);

    private static final Map<ActionState, Set<ActionState>> TABLE = Map.of(
            ActionState.OPEN, EnumSet.of(ActionState.REPORTED),
            ActionState.REPORTED, EnumSet.of(ActionState.VERIFIED, ActionState.NOT_EFFECTIVE),
            ActionState.NOT_EFFECTIVE, EnumSet.of(ActionState.REPLACED),
            ActionState.VERIFIED, EnumSet.noneOf(ActionState.class),
            ActionState.REPLACED, EnumSet.noneOf(ActionState.class));

    private final Engagement engagement = Audit.in(EngagementState.REPORTING);
    private final FollowUp here = new FollowUp(engagement, engagement);
    private final AuditFinding finding = Findings.in(FindingState.RESPONDED, engagement);

    @Test
    void everyTransitionIsAsTheTableSays() {
        for (ActionState from : ActionState.values()) {
            assertEquals(TABLE.get(from), from.next(), from.name());
        }
    }

    @ParameterizedTest
    @EnumSource(ActionState.class)
    void theVerbsAgreeWithTheTable(ActionState from) {
        refusedUnless(from, ActionState.REPORTED, action -> action.report(BANKER, NOVEMBER));
        refusedUnless(from, ActionState.VERIFIED, action -> action.verify(AUDITOR, here, NOVEMBER));
        refusedUnless(from, ActionState.NOT_EFFECTIVE, action -> action.reject(AUDITOR, here, LATEST, NOVEMBER));
        refusedUnless(
                from,
                ActionState.REPLACED,
                action -> CorrectiveAction.replace(BANKER, finding, action, 2, LATEST, NOVEMBER));
    }

    private interface Act {
        void on(CorrectiveAction action);
    }

    private void refusedUnless(ActionState from, ActionState to, Act act) {
        CorrectiveAction action = in(from);
        if (from.canBecome(to)) {
            act.on(action);
            assertEquals(to, action.state());
        } else {
            Refused.with(AssuranceError.ACTION_STATE, () -> act.on(action));
            assertEquals(from, action.state());
        }
    }

    private CorrectiveAction in(ActionState state) {
        CorrectiveAction action = CorrectiveAction.plan(BANKER, finding, 1, DUE, NOVEMBER);
        if (state != ActionState.OPEN) {
            action.report(BANKER, NOVEMBER);
        }
        if (state == ActionState.VERIFIED) {
            action.verify(AUDITOR, here, NOVEMBER);
        }
        if (state == ActionState.NOT_EFFECTIVE || state == ActionState.REPLACED) {
            action.reject(AUDITOR, here, LATEST, NOVEMBER);
        }
        if (state == ActionState.REPLACED) {
            CorrectiveAction.replace(BANKER, finding, action, 2, LATEST, NOVEMBER);
        }
        return action;
    }

    @Test
    void onlyTheAuditedOrganisationPlansOnceTheFactsStand() {
        Refused.with(AssuranceError.AUDITED_ONLY, () -> CorrectiveAction.plan(RIVAL_BANKER, finding, 1, DUE, NOVEMBER));
        for (FindingState state : EnumSet.complementOf(EnumSet.of(FindingState.ESTABLISHED, FindingState.RESPONDED))) {
            AuditFinding other = Findings.in(state, engagement);
            Refused.with(
                    AssuranceError.FINDING_NOT_ESTABLISHED,
                    () -> CorrectiveAction.plan(BANKER, other, 1, DUE, NOVEMBER));
        }
        assertEquals(
                FindingSeverity.CRITICAL,
                CorrectiveAction.plan(BANKER, finding, 1, DUE, NOVEMBER).severity());
    }

    @Test
    void anActionEndsNoLaterThanTheFindingIsToBeRemedied() {
        assertEquals(
                DAYS.remedy(),
                CorrectiveAction.plan(BANKER, finding, 1, DAYS.remedy(), NOVEMBER)
                        .due());
        Refused.with(
                AssuranceError.ACTION_DUE_LATE,
                () -> CorrectiveAction.plan(BANKER, finding, 1, DAYS.remedy().plusDays(1), NOVEMBER));
        Refused.with(
                AssuranceError.ACTION_DUE_PAST,
                () -> CorrectiveAction.plan(BANKER, finding, 1, TODAY.minusDays(1), NOVEMBER));
    }

    @Test
    void onceTheRemedysDayHasPassedAnActionEndsToday() {
        Instant late = NOVEMBER.plus(Duration.ofDays(90));
        LocalDate then = TODAY.plusDays(90);
        Refused.with(
                AssuranceError.ACTION_DUE_LATE,
                () -> CorrectiveAction.plan(BANKER, finding, 1, then.plusDays(1), late));
        assertEquals(then, CorrectiveAction.plan(BANKER, finding, 1, then, late).due());
    }

    @Test
    void aReplacementEndsByTheDayThatWasSetAndNamesWhatItReplaces() {
        CorrectiveAction old = in(ActionState.NOT_EFFECTIVE);
        Refused.with(
                AssuranceError.ACTION_DUE_LATE,
                () -> CorrectiveAction.replace(BANKER, finding, old, 2, LATEST.plusDays(1), NOVEMBER));
        assertEquals(ActionState.NOT_EFFECTIVE, old.state());
        CorrectiveAction next = CorrectiveAction.replace(BANKER, finding, old, 2, LATEST, NOVEMBER);
        assertEquals(Optional.of(old.id()), next.replaces());
    }

    @Test
    void nobodyFindsTheirOwnOrganisationsActionToWork() {
        CorrectiveAction action = in(ActionState.REPORTED);
        Refused.with(AssuranceError.FOLLOW_UP_NOT_OWN, () -> action.verify(BANKER, here, NOVEMBER));
        Refused.with(SharedError.NOT_FOUND, () -> action.verify(COORDINATOR, here, NOVEMBER));
        assertEquals(ActionState.REPORTED, action.state());
    }

    @Test
    void onceTheAuditIsClosedWhoCommissionedItFollowsUpToo() {
        CorrectiveAction action = in(ActionState.REPORTED);
        engagement.close(AUDITOR, Conclusion.QUALIFIED, 0, NOVEMBER);
        Refused.with(AssuranceError.AUDITOR_MAY_NOT, () -> action.verify(AUDITOR, here, NOVEMBER));
        action.verify(COORDINATOR, here, NOVEMBER);
        assertEquals(ActionState.VERIFIED, action.state());
    }

    @Test
    void aLaterAuditOfTheSameOrganisationAndAgreementFollowsUp() {
        CorrectiveAction action = in(ActionState.REPORTED);
        engagement.close(AUDITOR, Conclusion.QUALIFIED, 0, NOVEMBER);
        FollowUp elsewhere = new FollowUp(engagement, Audit.in(EngagementState.FIELDWORK, ofRival()));
        Refused.with(AssuranceError.FOLLOW_UP_ELSEWHERE, () -> action.verify(AUDITOR, elsewhere, NOVEMBER));
        action.verify(AUDITOR, new FollowUp(engagement, Audit.in(EngagementState.FIELDWORK)), NOVEMBER);
        assertEquals(ActionState.VERIFIED, action.state());
    }

    private static EngagementTerms ofRival() {
        return new EngagementTerms(
                Standard.ISAE_3000,
                AssuranceLevel.LIMITED,
                "Clauses 2 and 11",
                RIVAL,
                "Parties and authorities",
                Audit.PERIOD,
                Audit.SECTIONS,
                Audit.REPORT_DUE);
    }

    @Test
    void whatWasReportedInTimeIsNotOverdueWhileItWaitsAndWhatWasReportedLateIs() {
        assertTrue(row(ActionState.OPEN, Optional.empty()).isOverdue(DUE.plusDays(1)));
        assertEquals(false, row(ActionState.OPEN, Optional.empty()).isOverdue(DUE));
        assertEquals(false, row(ActionState.REPORTED, Optional.of(NOVEMBER)).isOverdue(DUE.plusDays(9)));
        Instant late = NOVEMBER.plus(Duration.ofDays(31));
        assertTrue(row(ActionState.REPORTED, Optional.of(late)).isOverdue(DUE.plusDays(9)));
        assertEquals(false, row(ActionState.VERIFIED, Optional.of(late)).isOverdue(DUE.plusDays(9)));
    }

    private static ActionRow row(ActionState state, Optional<Instant> reported) {
        return new ActionRow(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "AUD-2026-Q2",
                UUID.randomUUID(),
                1,
                1,
                BANK,
                "Bank",
                FindingSeverity.CRITICAL,
                DUE,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reported,
                Optional.empty());
    }
}
