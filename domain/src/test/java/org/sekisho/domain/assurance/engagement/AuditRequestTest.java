package org.sekisho.domain.assurance.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.Audit.AUDITOR;
import static org.sekisho.domain.assurance.Audit.BANK;
import static org.sekisho.domain.assurance.Audit.BANKER;
import static org.sekisho.domain.assurance.Audit.COLLEAGUE;
import static org.sekisho.domain.assurance.Audit.COORDINATOR;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;
import static org.sekisho.domain.assurance.Audit.PERIOD;
import static org.sekisho.domain.assurance.Audit.RIVAL_BANKER;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.assurance.engagement.AuditRequest.Asked;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.SharedError;

class AuditRequestTest {

    private static final LocalDate DUE = Days.of(NOVEMBER).plusDays(1);
    private static final UUID PARTY = UUID.randomUUID();
    private static final UUID FILE = UUID.randomUUID();

    private static final Map<RequestState, Set<RequestState>> TABLE = Map.of(
            RequestState.OPEN, Set.of(RequestState.ANSWERED, RequestState.WITHDRAWN),
            RequestState.ANSWERED, Set.of(RequestState.ACCEPTED, RequestState.RETURNED, RequestState.WITHDRAWN),
            RequestState.RETURNED, Set.of(RequestState.ANSWERED, RequestState.WITHDRAWN),
            RequestState.ACCEPTED, Set.of(),
            RequestState.WITHDRAWN, Set.of());

    private final Engagement engagement = Audit.in(EngagementState.FIELDWORK);

    static Stream<Arguments> pairs() {
        return Stream.of(RequestState.values())
                .flatMap(from -> Stream.of(RequestState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyPairIsAsTheTableSaysAndTheVerbsAgree(RequestState from, RequestState to) {
        boolean allowed = TABLE.getOrDefault(from, Set.of()).contains(to);
        assertEquals(allowed, from.canBecome(to));
        AuditRequest request = request();
        if (from != RequestState.OPEN) {
            become(request, RequestState.ANSWERED);
        }
        if (from != RequestState.OPEN && from != RequestState.ANSWERED) {
            become(request, from);
        }
        assertEquals(from, request.state());
        if (to == RequestState.OPEN) {
            return;
        }
        if (allowed) {
            become(request, to);
            assertEquals(to, request.state());
        } else {
            Refused.with(AssuranceError.REQUEST_STATE, () -> become(request, to));
            assertEquals(from, request.state());
        }
    }

    @Test
    void onlyAnAuditorOfTheTeamAsks() {
        Refused.with(SharedError.NOT_FOUND, () -> raise(engagement, COORDINATOR, asked()));
        Refused.with(SharedError.NOT_FOUND, () -> raise(engagement, COLLEAGUE, asked()));
        Refused.with(AssuranceError.AUDITOR_MAY_NOT, () -> raise(Audit.in(EngagementState.CLOSED), AUDITOR, asked()));
        Refused.with(AssuranceError.AUDITOR_MAY_NOT, () -> raise(Audit.staffed(), AUDITOR, asked()));
    }

    @Test
    void requestStaysWithinScopeAndPeriodAndLeavesTime() {
        Refused.with(
                AssuranceError.SECTION_OUT_OF_SCOPE,
                () -> raise(engagement, AUDITOR, asked(EvidenceSection.FREEZES, PERIOD, DUE)));
        Period after = new Period(PERIOD.last().plusDays(1), PERIOD.last().plusDays(2));
        Refused.with(
                AssuranceError.PERIOD_OUT_OF_SCOPE,
                () -> raise(engagement, AUDITOR, asked(EvidenceSection.TRAINING, after, DUE)));
        Refused.with(
                AssuranceError.REQUEST_DUE_PAST,
                () -> raise(
                        engagement,
                        AUDITOR,
                        asked(
                                EvidenceSection.TRAINING,
                                PERIOD,
                                Days.of(NOVEMBER).minusDays(1))));
        assertEquals(
                Days.of(NOVEMBER),
                raise(engagement, AUDITOR, asked(EvidenceSection.TRAINING, PERIOD, Days.of(NOVEMBER)))
                        .due());
    }

    @Test
    void onlyTheAskedOrganisationAnswersAndWithSomething() {
        AuditRequest request = request();
        Refused.with(
                AssuranceError.ANSWER_ONLY_ASKED,
                () -> request.answer(RIVAL_BANKER, engagement, Set.of(FILE), NOVEMBER));
        Refused.with(
                AssuranceError.ANSWER_ONLY_ASKED, () -> request.answer(AUDITOR, engagement, Set.of(FILE), NOVEMBER));
        Refused.with(AssuranceError.ANSWER_EMPTY, () -> request.answer(BANKER, engagement, Set.of(), NOVEMBER));
        Set<UUID> many = new HashSet<>();
        while (many.size() <= AuditRequest.MOST_EVIDENCE) {
            many.add(UUID.randomUUID());
        }
        Refused.with(AssuranceError.ANSWER_TOO_LARGE, () -> request.answer(BANKER, engagement, many, NOVEMBER));
        DomainEvent event = request.answer(BANKER, engagement, Set.of(FILE), NOVEMBER);
        assertEquals("audit-request.answered", event.name());
        assertEquals(Set.of(FILE), request.evidence());
    }

    @Test
    void secondAnswerReplacesTheFirst() {
        AuditRequest request = request();
        request.answer(BANKER, engagement, Set.of(FILE), NOVEMBER);
        request.giveBack(AUDITOR, engagement, "August is missing", NOVEMBER);
        assertEquals("August is missing", request.judgement().returnReason());
        assertTrue(request.state().waitsForAnswer());
        UUID better = UUID.randomUUID();
        request.answer(BANKER, engagement, Set.of(better), NOVEMBER);
        assertEquals(Set.of(better), request.evidence());
        request.accept(AUDITOR, engagement, NOVEMBER);
        assertEquals("", request.judgement().returnReason());
        assertEquals(AUDITOR.person(), request.judgement().by());
        assertFalse(request.state().waitsForAnswer());
    }

    @Test
    void onlyAnAuditorOfTheTeamJudgesAndAReturnNeedsAReason() {
        AuditRequest request = request();
        request.answer(BANKER, engagement, Set.of(FILE), NOVEMBER);
        Refused.with(SharedError.NOT_FOUND, () -> request.accept(BANKER, engagement, NOVEMBER));
        Refused.with(SharedError.NOT_FOUND, () -> request.giveBack(COORDINATOR, engagement, "No", NOVEMBER));
        Refused.with(SharedError.REQUIRED, () -> request.giveBack(AUDITOR, engagement, " ", NOVEMBER));
        DomainEvent event = request.giveBack(AUDITOR, engagement, "Not legible", NOVEMBER);
        assertEquals("Not legible", event.personal().get("reason"));
    }

    @Test
    void onlyAnAuditorOfTheTeamWithdrawsAndWithAReason() {
        AuditRequest request = request();
        Refused.with(SharedError.NOT_FOUND, () -> request.withdraw(BANKER, engagement, "No", NOVEMBER));
        Refused.with(SharedError.NOT_FOUND, () -> request.withdraw(COORDINATOR, engagement, "No", NOVEMBER));
        Refused.with(SharedError.REQUIRED, () -> request.withdraw(AUDITOR, engagement, " ", NOVEMBER));
        DomainEvent event = request.withdraw(AUDITOR, engagement, "Asked twice", NOVEMBER);
        assertEquals("audit-request.withdrawn", event.name());
        assertEquals("Asked twice", event.personal().get("reason"));
        assertEquals("Asked twice", request.withdrawalReason());
        assertFalse(request.state().waitsForAnswer());
    }

    @Test
    void whatWasGivenStaysWhenARequestIsWithdrawn() {
        AuditRequest request = request();
        request.answer(BANKER, engagement, Set.of(FILE), NOVEMBER);
        request.withdraw(AUDITOR, engagement, "Not needed", NOVEMBER);
        assertEquals(Set.of(FILE), request.evidence());
    }

    @Test
    void nothingIsAnsweredAfterTheClose() {
        Engagement reporting = Audit.in(EngagementState.REPORTING);
        AuditRequest request = raise(reporting, AUDITOR, asked());
        reporting.close(AUDITOR, Conclusion.QUALIFIED, 0, NOVEMBER);
        Refused.with(AssuranceError.ENGAGEMENT_CLOSED, () -> request.answer(BANKER, reporting, Set.of(FILE), NOVEMBER));
        assertEquals(RequestState.OPEN, request.state());
    }

    @Test
    void anotherEngagementCannotBeTakenForItsOwn() {
        AuditRequest request = request();
        Engagement other = Audit.in(EngagementState.FIELDWORK);
        assertThrows(IllegalArgumentException.class, () -> request.answer(BANKER, other, Set.of(FILE), NOVEMBER));
    }

    @Test
    void raisingTellsTheTrailWhatAndBywhenAndNotTheWords() {
        DomainEvent event = request().raised();
        assertEquals("2026-11-25", event.details().get("due"));
        assertEquals("TRAINING", event.details().get("section"));
        assertFalse(event.toString().contains("trial team"));
    }

    private void become(AuditRequest request, RequestState to) {
        switch (to) {
            case ANSWERED -> request.answer(BANKER, engagement, Set.of(FILE), NOVEMBER);
            case ACCEPTED -> request.accept(AUDITOR, engagement, NOVEMBER);
            case WITHDRAWN -> request.withdraw(AUDITOR, engagement, "Asked twice", NOVEMBER);
            case RETURNED -> request.giveBack(AUDITOR, engagement, "Not enough", NOVEMBER);
            case OPEN -> throw new IllegalArgumentException("Nothing leads back");
        }
    }

    private AuditRequest request() {
        return raise(engagement, AUDITOR, asked());
    }

    @Test
    void onlyTheAuditedAndThePartiesToItsAgreementAreAsked() {
        raise(engagement, AUDITOR, new Asked(PARTY, EvidenceSection.TRAINING, "Records", PERIOD, DUE));
        Asked rival = new Asked(UUID.randomUUID(), EvidenceSection.TRAINING, "Records", PERIOD, DUE);
        Refused.with(AssuranceError.ASKED_UNCONCERNED, () -> raise(engagement, AUDITOR, rival));
    }

    private static AuditRequest raise(Engagement of, org.sekisho.domain.party.Actor actor, Asked asked) {
        return new AuditRequest(actor, of, 17, asked, Set.of(PARTY), NOVEMBER);
    }

    private static Asked asked() {
        return asked(EvidenceSection.TRAINING, PERIOD, DUE);
    }

    private static Asked asked(EvidenceSection section, Period period, LocalDate due) {
        return new Asked(BANK, section, "Training of the trial team", period, due);
    }
}
