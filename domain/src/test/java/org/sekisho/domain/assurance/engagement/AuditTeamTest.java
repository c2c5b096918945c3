package org.sekisho.domain.assurance.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.Audit.AUDITOR;
import static org.sekisho.domain.assurance.Audit.BANK;
import static org.sekisho.domain.assurance.Audit.BANKER;
import static org.sekisho.domain.assurance.Audit.COLLEAGUE;
import static org.sekisho.domain.assurance.Audit.COORDINATOR;
import static org.sekisho.domain.assurance.Audit.CYBER_UNIT;
import static org.sekisho.domain.assurance.Audit.FIRM;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;
import static org.sekisho.domain.assurance.Audit.PARTIES;
import static org.sekisho.domain.assurance.Audit.PROVIDER;
import static org.sekisho.domain.assurance.Audit.REVIEWER;
import static org.sekisho.domain.assurance.Audit.RIVAL;
import static org.sekisho.domain.assurance.Audit.SECOND_COORDINATOR;
import static org.sekisho.domain.assurance.Audit.SEPTEMBER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.SharedError;

class AuditTeamTest {

    private static final LocalDate TODAY = Days.of(SEPTEMBER);
    private final UUID auditor = AUDITOR.requirePerson();
    private final Engagement engagement = Audit.scheduled();
    private AuditTeam team;

    @BeforeEach
    void assign() {
        engagement.appoint(COORDINATOR, Audit.appointment(FIRM));
        team = engagement.team();
        team.assign(COORDINATOR, auditor, Set.of(FIRM), PARTIES, SEPTEMBER);
    }

    @Test
    void memberMustBelongToTheFirmAndToNoParty() {
        UUID person = UUID.randomUUID();
        Refused.with(
                AssuranceError.MEMBER_NOT_OF_FIRM,
                () -> team.assign(COORDINATOR, person, Set.of(RIVAL), PARTIES, SEPTEMBER));
        for (UUID party : PARTIES) {
            Refused.with(
                    AssuranceError.MEMBER_AFFILIATED,
                    () -> team.assign(COORDINATOR, person, Set.of(FIRM, party), PARTIES, SEPTEMBER));
        }
        Refused.with(
                AssuranceError.MEMBER_AFFILIATED,
                () -> team.assign(COORDINATOR, person, Set.of(FIRM, BANK), Set.of(PROVIDER), SEPTEMBER));
        team.assign(COORDINATOR, person, Set.of(FIRM, RIVAL), PARTIES, SEPTEMBER);
        assertEquals(2, team.current().size());
    }

    @Test
    void onlyTheOwnerChangesTheTeam() {
        UUID person = UUID.randomUUID();
        Refused.with(AssuranceError.OWNER_ONLY, () -> team.assign(AUDITOR, person, Set.of(FIRM), PARTIES, SEPTEMBER));
        Refused.with(AssuranceError.OWNER_ONLY, () -> team.assign(BANKER, person, Set.of(FIRM), PARTIES, SEPTEMBER));
        Refused.with(AssuranceError.OWNER_ONLY, () -> team.release(BANKER, auditor, SEPTEMBER));
    }

    @Test
    void nobodyIsOnTheTeamTwiceAndWhoeverWasReleasedCanComeBack() {
        Refused.with(
                AssuranceError.MEMBER_ALREADY,
                () -> team.assign(COORDINATOR, auditor, Set.of(FIRM), PARTIES, SEPTEMBER));
        team.release(COORDINATOR, auditor, SEPTEMBER);
        assertFalse(team.has(AUDITOR));
        Refused.with(SharedError.NOT_FOUND, () -> team.release(COORDINATOR, auditor, SEPTEMBER));
        team.assign(COORDINATOR, auditor, Set.of(FIRM), PARTIES, NOVEMBER);
        assertTrue(team.has(AUDITOR));
        assertEquals(2, team.members().size());
        assertEquals(COORDINATOR.person(), team.members().get(0).releasedBy());
    }

    @Test
    void nothingChangesAfterTheClose() {
        AuditTeam closed = Audit.in(EngagementState.CLOSED).team();
        Refused.with(
                AssuranceError.ENGAGEMENT_CLOSED,
                () -> closed.assign(COORDINATOR, UUID.randomUUID(), Set.of(FIRM), PARTIES, NOVEMBER));
        Refused.with(AssuranceError.ENGAGEMENT_CLOSED, () -> closed.release(COORDINATOR, auditor, NOVEMBER));
        Refused.with(
                AssuranceError.ENGAGEMENT_CLOSED, () -> closed.declare(AUDITOR, AUDITOR.person(), List.of(), NOVEMBER));
        UUID declaration = closed.declarations().get(0).id();
        Refused.with(
                AssuranceError.ENGAGEMENT_CLOSED, () -> closed.decide(COORDINATOR, declaration, true, "", NOVEMBER));
    }

    @Test
    void oneDeclaresForOneselfForTheFirmOrAsTheOwner() {
        Refused.with(AssuranceError.DECLARE_ONLY_OWN, () -> declareFor(BANKER));
        Refused.with(AssuranceError.DECLARE_ONLY_OWN, () -> declareFor(COLLEAGUE));
        Refused.with(
                AssuranceError.DECLARE_ONLY_OWN, () -> team.declare(BANKER, Optional.empty(), List.of(), SEPTEMBER));
        Refused.with(
                AssuranceError.MEMBER_NOT_ON_TEAM,
                () -> team.declare(COLLEAGUE, COLLEAGUE.person(), List.of(), SEPTEMBER));
        team.declare(COLLEAGUE, Optional.empty(), List.of(), SEPTEMBER);
        declareFor(COORDINATOR);
        assertEquals(2, team.declarations().size());
    }

    @Test
    void declarationTellsTheTrailTheThreatsAndNotTheCircumstances() {
        DeclaredThreat threat = new DeclaredThreat(Threat.FAMILIARITY, "Former classmate", "Second reviewer");
        DomainEvent event = team.declare(AUDITOR, AUDITOR.person(), List.of(threat), SEPTEMBER)
                .event();
        assertEquals(List.of("FAMILIARITY"), event.details().get("threats"));
        assertFalse(event.toString().contains("classmate"));
        assertEquals(
                "Second reviewer", team.declarations().get(0).threats().get(0).safeguard());
    }

    @Test
    void threatNeedsASafeguard() {
        Refused.with(SharedError.REQUIRED, () -> new DeclaredThreat(Threat.ADVOCACY, "Testified", " "));
        Refused.with(SharedError.REQUIRED, () -> new DeclaredThreat(Threat.ADVOCACY, "", "Replaced"));
    }

    @Test
    void secondDeclarationWaitsForTheFirst() {
        declareFor(AUDITOR);
        Refused.with(AssuranceError.DECLARATION_PENDING, () -> declareFor(AUDITOR));
    }

    static Stream<Arguments> verdicts() {
        return Stream.of(
                Arguments.of(List.of(), DeclarationState.DECLARED, Independence.PENDING),
                Arguments.of(List.of("s+"), DeclarationState.DECLARED, Independence.PENDING),
                Arguments.of(List.of("a+"), DeclarationState.DECLARED, Independence.PENDING),
                Arguments.of(List.of("s+", "a+"), DeclarationState.ACCEPTED, Independence.ACCEPTED),
                Arguments.of(List.of("a+", "s+"), DeclarationState.ACCEPTED, Independence.ACCEPTED),
                Arguments.of(List.of("s-"), DeclarationState.REFUSED, Independence.REFUSED),
                Arguments.of(List.of("a-"), DeclarationState.REFUSED, Independence.REFUSED),
                Arguments.of(List.of("s+", "a-"), DeclarationState.REFUSED, Independence.REFUSED),
                Arguments.of(List.of("a+", "s-"), DeclarationState.REFUSED, Independence.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void acceptanceTakesBothSidesAndRefusalOne(
            List<String> verdicts, DeclarationState state, Independence independence) {
        UUID declaration = declareFor(AUDITOR);
        verdicts.forEach(verdict -> vote(declaration, verdict, SEPTEMBER));
        assertEquals(state, team.declarations().get(0).state());
        assertEquals(independence, team.independence(auditor, TODAY));
    }

    private static final Map<DeclarationState, Set<DeclarationState>> TABLE = Map.of(
            DeclarationState.DECLARED, Set.of(DeclarationState.ACCEPTED, DeclarationState.REFUSED),
            DeclarationState.ACCEPTED, Set.of(),
            DeclarationState.REFUSED, Set.of());

    static Stream<Arguments> pairs() {
        return Stream.of(DeclarationState.values())
                .flatMap(from -> Stream.of(DeclarationState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyPairOfDeclarationStatesIsAsTheTableSaysAndTheVerbsAgree(DeclarationState from, DeclarationState to) {
        boolean allowed = TABLE.getOrDefault(from, Set.of()).contains(to);
        assertEquals(allowed, from.canBecome(to));
        UUID declaration = declareFor(AUDITOR);
        switch (from) {
            case DECLARED -> {}
            case ACCEPTED -> List.of("s+", "a+").forEach(verdict -> vote(declaration, verdict, SEPTEMBER));
            case REFUSED -> vote(declaration, "s-", SEPTEMBER);
        }
        List<String> towards =
                switch (to) {
                    case DECLARED -> List.of();
                    case ACCEPTED -> List.of("s+", "a+");
                    case REFUSED -> List.of("a-");
                };
        if (allowed) {
            towards.forEach(verdict -> vote(declaration, verdict, SEPTEMBER));
            assertEquals(to, team.declarations().get(0).state());
        } else {
            towards.forEach(verdict ->
                    Refused.with(AssuranceError.DECLARATION_DECIDED, () -> vote(declaration, verdict, SEPTEMBER)));
            assertEquals(from, team.declarations().get(0).state());
        }
    }

    @Test
    void oneSideDecidesOnce() {
        UUID declaration = declareFor(AUDITOR);
        vote(declaration, "s+", SEPTEMBER);
        Refused.with(AssuranceError.DECLARATION_DECIDED_BY_SIDE, () -> vote(declaration, "s+", SEPTEMBER));
        Refused.with(AssuranceError.DECLARATION_DECIDED_BY_SIDE, () -> vote(declaration, "s-", SEPTEMBER));
    }

    @Test
    void whoeverEnteredTheDeclarationDoesNotDecideIt() {
        UUID declaration = declareFor(COORDINATOR);
        Refused.with(AssuranceError.DECIDE_NOT_OWN, () -> team.decide(COORDINATOR, declaration, true, "", SEPTEMBER));
        Refused.with(AssuranceError.DECIDE_NOT_OWN, () -> recorded(COORDINATOR, declaration));
        team.decide(SECOND_COORDINATOR, declaration, true, "", SEPTEMBER);
    }

    @Test
    void whoseIndependenceItIsDoesNotDecideItEvenFromTheOtherSide() {
        UUID declaration = declareFor(COORDINATOR);
        Actor hired = Actor.person(
                auditor,
                Audit.SECRETARIAT,
                OrganisationKind.SECRETARIAT,
                Set.of(Audit.SECRETARIAT),
                Set.of(Role.COORDINATOR));
        Refused.with(AssuranceError.DECIDE_NOT_OWN, () -> team.decide(hired, declaration, true, "", SEPTEMBER));
        Refused.with(AssuranceError.DECIDE_NOT_OWN, () -> recorded(hired, declaration));
    }

    @Test
    void nobodyWhoBelongsToTheFirmDecidesForASide() {
        UUID declaration = declareFor(AUDITOR);
        Actor seconded = Actor.person(
                UUID.randomUUID(),
                Audit.SECRETARIAT,
                OrganisationKind.SECRETARIAT,
                Set.of(Audit.SECRETARIAT, FIRM),
                Set.of(Role.COORDINATOR));
        Actor former = Actor.person(
                UUID.randomUUID(),
                CYBER_UNIT,
                OrganisationKind.AUTHORITY,
                Set.of(CYBER_UNIT, FIRM),
                Set.of(Role.AUTHORITY_REVIEWER));
        Refused.with(AssuranceError.DECIDE_NOT_OF_FIRM, () -> team.decide(seconded, declaration, true, "", SEPTEMBER));
        Refused.with(AssuranceError.DECIDE_NOT_OF_FIRM, () -> recorded(seconded, declaration));
        Refused.with(
                AssuranceError.DECIDE_NOT_OF_FIRM,
                () -> team.decideForAuthority(former, declaration, CYBER_UNIT, true, "", "", SEPTEMBER));
        assertEquals(List.of(), team.declarations().get(0).verdicts());
    }

    @Test
    void nobodyDecidesForBothSides() {
        UUID first = declareFor(AUDITOR);
        team.decide(COORDINATOR, first, true, "", SEPTEMBER);
        Refused.with(AssuranceError.DECIDE_NOT_TWICE, () -> recorded(COORDINATOR, first));
        assertEquals(Independence.PENDING, team.independence(auditor, TODAY));
        recorded(SECOND_COORDINATOR, first);
        assertEquals(Independence.ACCEPTED, team.independence(auditor, TODAY));

        UUID firms =
                team.declare(AUDITOR, Optional.empty(), List.of(), SEPTEMBER).declaration();
        recorded(COORDINATOR, firms);
        Refused.with(AssuranceError.DECIDE_NOT_TWICE, () -> team.decide(COORDINATOR, firms, true, "", SEPTEMBER));
        assertEquals(Independence.PENDING, team.firmIndependence(TODAY));
        team.decide(SECOND_COORDINATOR, firms, true, "", SEPTEMBER);
        assertEquals(Independence.ACCEPTED, team.firmIndependence(TODAY));
    }

    private void recorded(Actor actor, UUID declaration) {
        team.decideForAuthority(actor, declaration, CYBER_UNIT, true, "", "Letter 17", SEPTEMBER);
    }

    @Test
    void onlyTheSecretariatDecidesForTheSecretariat() {
        UUID declaration = declareFor(AUDITOR);
        for (var other : List.of(AUDITOR, COLLEAGUE, BANKER, REVIEWER)) {
            Refused.with(AssuranceError.OWNER_ONLY, () -> team.decide(other, declaration, true, "", SEPTEMBER));
        }
    }

    @Test
    void authorityDecidesForItselfOrIsRecordedWithADocument() {
        UUID declaration = declareFor(AUDITOR);
        for (var other : List.of(AUDITOR, BANKER)) {
            Refused.with(
                    AssuranceError.AUTHORITY_ONLY,
                    () -> team.decideForAuthority(other, declaration, CYBER_UNIT, true, "", "Doc 1", SEPTEMBER));
        }
        Refused.with(
                AssuranceError.AUTHORITY_ONLY,
                () -> team.decideForAuthority(REVIEWER, declaration, BANK, true, "", "Doc 1", SEPTEMBER));
        Refused.with(
                SharedError.REQUIRED,
                () -> team.decideForAuthority(COORDINATOR, declaration, CYBER_UNIT, true, "", "", SEPTEMBER));
        team.decideForAuthority(COORDINATOR, declaration, CYBER_UNIT, true, "", "Letter 17", SEPTEMBER);
        IndependenceVerdict verdict = team.declarations().get(0).verdicts().get(0);
        assertEquals("Letter 17", verdict.reference());
        assertEquals(CYBER_UNIT, verdict.organisation());
    }

    @Test
    void refusalNeedsAReasonThatTheTrailHoldsOnlyAsACommitment() {
        UUID declaration = declareFor(AUDITOR);
        Refused.with(SharedError.REQUIRED, () -> team.decide(COORDINATOR, declaration, false, "", SEPTEMBER));
        DomainEvent event = team.decide(COORDINATOR, declaration, false, "Holds shares", SEPTEMBER);
        assertEquals("Holds shares", event.personal().get("reason"));
        assertFalse(event.details().containsValue("Holds shares"));
        assertEquals("REFUSED", event.details().get("state"));
    }

    @Test
    void acceptanceEndsAfterAYearLessADayAndIsRenewed() {
        Audit.declareAndAccept(engagement, AUDITOR, SEPTEMBER);
        LocalDate last = LocalDate.of(2027, 9, 9);
        assertEquals(Optional.of(last), team.declarations().get(0).validUntil());
        assertEquals(Independence.ACCEPTED, team.independence(auditor, last));
        assertEquals(Independence.EXPIRED, team.independence(auditor, last.plusDays(1)));
        Instant renewal = Days.startOf(last.minusDays(5));
        UUID renewed = declareAt(renewal);
        assertEquals(Independence.ACCEPTED, team.independence(auditor, last));
        vote(renewed, "s+", renewal);
        vote(renewed, "a+", renewal);
        assertEquals(Independence.ACCEPTED, team.independence(auditor, last.plusDays(1)));
    }

    @Test
    void refusedRenewalEndsWhatWasAcceptedBefore() {
        Audit.declareAndAccept(engagement, AUDITOR, SEPTEMBER);
        UUID renewed = declareAt(NOVEMBER);
        assertEquals(Independence.ACCEPTED, team.independence(auditor, Days.of(NOVEMBER)));
        vote(renewed, "a-", NOVEMBER);
        assertEquals(Independence.REFUSED, team.independence(auditor, Days.of(NOVEMBER)));
    }

    @Test
    void declarationForAnotherFirmDoesNotCount() {
        Audit.declareAndAccept(engagement, AUDITOR, SEPTEMBER);
        team.release(COORDINATOR, auditor, SEPTEMBER);
        engagement.appoint(COORDINATOR, Audit.appointment(Audit.OTHER_FIRM));
        assertEquals(Independence.MISSING, engagement.team().independence(auditor, TODAY));
    }

    private UUID declareFor(Actor actor) {
        return team.declare(actor, Optional.of(auditor), List.of(), SEPTEMBER).declaration();
    }

    private UUID declareAt(Instant now) {
        return team.declare(AUDITOR, Optional.of(auditor), List.of(), now).declaration();
    }

    private void vote(UUID declaration, String verdict, Instant now) {
        boolean accepted = verdict.endsWith("+");
        String reason = accepted ? "" : "Not enough";
        if (verdict.startsWith("s")) {
            team.decide(COORDINATOR, declaration, accepted, reason, now);
        } else {
            team.decideForAuthority(REVIEWER, declaration, CYBER_UNIT, accepted, reason, "", now);
        }
    }
}
