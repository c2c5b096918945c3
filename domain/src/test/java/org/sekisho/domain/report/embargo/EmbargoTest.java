package org.sekisho.domain.report.embargo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.report.Findings.ANALYST;
import static org.sekisho.domain.report.Findings.BANK;
import static org.sekisho.domain.report.Findings.CISO;
import static org.sekisho.domain.report.Findings.FRIDAY;
import static org.sekisho.domain.report.Findings.OFFICIAL;
import static org.sekisho.domain.report.Findings.REVIEWER;
import static org.sekisho.domain.report.Findings.RIVAL;
import static org.sekisho.domain.report.Findings.RIVAL_REVIEWER;
import static org.sekisho.domain.report.Findings.UNIT;
import static org.sekisho.domain.report.Findings.VAULT;
import static org.sekisho.domain.report.Findings.person;
import static org.sekisho.domain.report.Findings.refuses;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Findings;
import org.sekisho.domain.report.Report;

/** Consent to an embargo is given by each participant for itself, to one moment, and never by silence. */
class EmbargoTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant END = FRIDAY.plus(Duration.ofDays(30));
    private static final Instant ANSWER_BY = FRIDAY.plus(Duration.ofDays(3));

    private final Report report = Findings.triaged(RiskTier.HIGH);
    private final Embargo embargo = new Embargo(report, END, TOKYO, REVIEWER, FRIDAY);

    private Consent rival(Instant now) {
        return embargo.participant(RIVAL).orElseThrow().consent(now);
    }

    @Test
    void onlyItsOwnersSecurityProposesIt() {
        refuses(EmbargoError.OWNER_ONLY, () -> new Embargo(report, END, TOKYO, RIVAL_REVIEWER, FRIDAY));
        refuses(EmbargoError.OWNER_ONLY, () -> new Embargo(report, END, TOKYO, ANALYST, FRIDAY));
        refuses(EmbargoError.END_UNFIT, () -> new Embargo(report, FRIDAY, TOKYO, CISO, FRIDAY));
        refuses(
                EmbargoError.END_UNFIT,
                () -> new Embargo(report, FRIDAY.plus(Duration.ofDays(366)), TOKYO, CISO, FRIDAY));
    }

    @Test
    void silenceIsNoConsent() {
        embargo.ask(REVIEWER, RIVAL, OrganisationKind.INSTITUTION, ANSWER_BY, FRIDAY);
        assertEquals(Consent.PROPOSED, rival(FRIDAY));
        assertEquals(Consent.NO_ANSWER, rival(ANSWER_BY));
        assertFalse(embargo.lets(RIVAL, ANSWER_BY));
        embargo.answer(RIVAL_REVIEWER, true, END, ANSWER_BY);
        assertEquals(Consent.ACCEPTED, rival(ANSWER_BY));
        assertTrue(embargo.lets(RIVAL, ANSWER_BY));
        assertFalse(embargo.lets(UNIT, ANSWER_BY));
        assertTrue(embargo.lets(UNIT, END));
    }

    @Test
    void onlyWhoWasAskedAnswersAndOnlyForItself() {
        refuses(EmbargoError.PARTICIPANT_ONLY, () -> embargo.answer(RIVAL_REVIEWER, true, END, FRIDAY));
        embargo.ask(REVIEWER, RIVAL, OrganisationKind.INSTITUTION, ANSWER_BY, FRIDAY);
        refuses(
                EmbargoError.ASKED_ALREADY,
                () -> embargo.ask(REVIEWER, RIVAL, OrganisationKind.INSTITUTION, ANSWER_BY, FRIDAY));
        refuses(
                EmbargoError.OWNER_ASKED,
                () -> embargo.ask(REVIEWER, BANK, OrganisationKind.INSTITUTION, ANSWER_BY, FRIDAY));
        refuses(
                EmbargoError.ANSWER_BY_UNFIT,
                () -> embargo.ask(REVIEWER, UNIT, OrganisationKind.AUTHORITY, FRIDAY, FRIDAY));
        refuses(EmbargoError.PARTICIPANT_ONLY, () -> embargo.answer(OFFICIAL, true, END, FRIDAY));
        refuses(
                EmbargoError.PARTICIPANT_ONLY,
                () -> embargo.answer(person(RIVAL, OrganisationKind.INSTITUTION, Role.ANALYST), true, END, FRIDAY));
    }

    @Test
    void anAnswerCanChangeButNotTwiceTheSame() {
        embargo.ask(REVIEWER, RIVAL, OrganisationKind.INSTITUTION, ANSWER_BY, FRIDAY);
        embargo.answer(RIVAL_REVIEWER, false, END, FRIDAY);
        assertEquals(Consent.DECLINED, rival(FRIDAY));
        refuses(EmbargoError.ANSWERED_ALREADY, () -> embargo.answer(RIVAL_REVIEWER, false, END, FRIDAY));
        embargo.answer(RIVAL_REVIEWER, true, END, FRIDAY);
        refuses(EmbargoError.ANSWERED_ALREADY, () -> embargo.answer(RIVAL_REVIEWER, true, END, FRIDAY));
    }

    @Test
    void anExtensionAsksAnew() {
        embargo.ask(REVIEWER, RIVAL, OrganisationKind.INSTITUTION, ANSWER_BY, FRIDAY);
        embargo.answer(RIVAL_REVIEWER, true, END, FRIDAY);
        refuses(EmbargoError.NOT_EXTENDED, () -> embargo.extend(REVIEWER, END, ANSWER_BY, FRIDAY));
        refuses(EmbargoError.OWNER_ONLY, () -> embargo.extend(RIVAL_REVIEWER, END.plusSeconds(1), ANSWER_BY, FRIDAY));
        Instant later = END.plus(Duration.ofDays(10));
        embargo.extend(REVIEWER, later, ANSWER_BY, FRIDAY);
        assertEquals(Consent.PROPOSED, rival(FRIDAY));
        assertFalse(embargo.lets(RIVAL, FRIDAY));
        refuses(EmbargoError.END_CHANGED, () -> embargo.answer(RIVAL_REVIEWER, true, END, FRIDAY));
        embargo.answer(RIVAL_REVIEWER, true, later, FRIDAY);
        assertTrue(embargo.lets(RIVAL, FRIDAY));
    }

    @Test
    void itEndsAtItsTimeOrBeforeWithAReason() {
        refuses(EmbargoError.NOT_OVER, () -> embargo.runOut(END.minusSeconds(1)));
        embargo.end(CISO, "Published by its maker.", VAULT, FRIDAY);
        assertEquals("Published by its maker.", embargo.reason(VAULT).orElseThrow());
        assertTrue(embargo.lets(RIVAL, FRIDAY));
        refuses(EmbargoError.WRONG_STATE, () -> embargo.runOut(END));
        refuses(EmbargoError.WRONG_STATE, () -> embargo.extend(CISO, END.plusSeconds(1), ANSWER_BY, FRIDAY));
    }

    @Test
    void aParticipantReportsItBroken() {
        refuses(EmbargoError.PARTICIPANT_ONLY, () -> embargo.broken(RIVAL_REVIEWER, "Seen in a forum.", VAULT, FRIDAY));
        embargo.ask(REVIEWER, RIVAL, OrganisationKind.INSTITUTION, ANSWER_BY, FRIDAY);
        embargo.broken(RIVAL_REVIEWER, "Seen in a forum.", VAULT, FRIDAY);
        assertEquals(EmbargoState.BROKEN, embargo.state());
    }

    @Test
    void whoCoordinatesObservesOrAuditsKeepsNone() {
        for (OrganisationKind kind :
                List.of(OrganisationKind.SECRETARIAT, OrganisationKind.AUDIT_FIRM, OrganisationKind.MINISTRY)) {
            refuses(EmbargoError.NO_PARTICIPANT, () -> embargo.ask(REVIEWER, RIVAL, kind, ANSWER_BY, FRIDAY));
        }
    }

    @Test
    void eachEndAndEachAnswerIsKept() {
        embargo.ask(REVIEWER, RIVAL, OrganisationKind.INSTITUTION, ANSWER_BY, FRIDAY);
        embargo.answer(RIVAL_REVIEWER, true, END, FRIDAY.plusSeconds(1));
        Instant later = END.plus(Duration.ofDays(30));
        embargo.extend(REVIEWER, later, ANSWER_BY, FRIDAY.plusSeconds(2));
        embargo.answer(RIVAL_REVIEWER, false, later, FRIDAY.plusSeconds(3));
        embargo.end(REVIEWER, "A fix is out", VAULT, FRIDAY.plusSeconds(4));
        assertEquals(
                List.of("PROPOSED", "ASKED", "ACCEPTED", "EXTENDED", "DECLINED", "ENDED"),
                embargo.steps().stream().map(step -> step.kind().name()).toList());
        assertEquals(
                List.of(END, END, END, later, later, later),
                embargo.steps().stream().map(EmbargoStep::until).toList());
        assertEquals(
                List.of(ANSWER_BY, ANSWER_BY),
                embargo.steps().stream()
                        .flatMap(step -> step.answerBy().stream())
                        .toList());
    }
}
