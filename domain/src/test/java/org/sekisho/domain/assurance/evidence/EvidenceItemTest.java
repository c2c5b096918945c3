package org.sekisho.domain.assurance.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sekisho.domain.assurance.Audit.AGREEMENT;
import static org.sekisho.domain.assurance.Audit.AUDITOR;
import static org.sekisho.domain.assurance.Audit.BANK;
import static org.sekisho.domain.assurance.Audit.BANKER;
import static org.sekisho.domain.assurance.Audit.COLLECTOR;
import static org.sekisho.domain.assurance.Audit.COORDINATOR;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;
import static org.sekisho.domain.assurance.Audit.PERIOD;
import static org.sekisho.domain.assurance.Audit.RIVAL_BANKER;
import static org.sekisho.domain.assurance.Audit.SEPTEMBER;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.assurance.evidence.EvidenceItem.Claim;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.SharedError;

class EvidenceItemTest {

    private static final Period AUGUST = new Period(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31));
    private static final CheckedContent CONTENT = new CheckedContent(FileType.PDF, 1_000, "ab".repeat(32), 7);

    private static final Map<EvidenceState, Set<EvidenceState>> TABLE = Map.of(
            EvidenceState.RECEIVED,
            Set.of(EvidenceState.ACCEPTED, EvidenceState.RETURNED, EvidenceState.WITHDRAWN),
            EvidenceState.ACCEPTED,
            Set.of(),
            EvidenceState.RETURNED,
            Set.of(),
            EvidenceState.WITHDRAWN,
            Set.of());

    private final Engagement engagement = Audit.in(EngagementState.FIELDWORK);

    static Stream<Arguments> pairs() {
        return Stream.of(EvidenceState.values())
                .flatMap(from -> Stream.of(EvidenceState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyPairIsAsTheTableSaysAndTheVerbsAgree(EvidenceState from, EvidenceState to) {
        boolean allowed = TABLE.getOrDefault(from, Set.of()).contains(to);
        assertEquals(allowed, from.canBecome(to));
        EvidenceItem item = received();
        if (from != EvidenceState.RECEIVED) {
            become(item, from);
        }
        assertEquals(from, item.state());
        if (to == EvidenceState.RECEIVED) {
            return;
        }
        if (allowed) {
            become(item, to);
            assertEquals(to, item.state());
        } else {
            Refused.with(AssuranceError.EVIDENCE_STATE, () -> become(item, to));
            assertEquals(from, item.state());
        }
        assertEquals(
                item.state() == EvidenceState.RECEIVED || item.state() == EvidenceState.ACCEPTED,
                item.state().counts());
    }

    @Test
    void organisationUploadsOnlyItsOwn() {
        Refused.with(
                AssuranceError.EVIDENCE_ONLY_OWN,
                () -> EvidenceItem.receive(RIVAL_BANKER, engagement, claim(AUGUST), CONTENT, NOVEMBER));
        Refused.with(
                AssuranceError.EVIDENCE_ONLY_OWN,
                () -> EvidenceItem.receive(AUDITOR, engagement, claim(AUGUST), CONTENT, NOVEMBER));
        EvidenceItem item = received();
        assertEquals(Origin.UPLOADED, item.origin());
        assertEquals(BANKER.person(), item.uploadedBy());
        assertEquals(NOVEMBER, item.arrivedAt());
    }

    @Test
    void systemCollectsForTheOrganisation() {
        EvidenceItem item = EvidenceItem.receive(COLLECTOR, engagement, claim(AUGUST), CONTENT, NOVEMBER);
        assertEquals(Origin.SYSTEM, item.origin());
        assertEquals(BANK, item.organisation());
        assertEquals(Optional.empty(), item.uploadedBy());
    }

    @Test
    void whatIsStillToComeCannotBeProved() {
        LocalDate today = Days.of(SEPTEMBER);
        Refused.with(
                AssuranceError.EVIDENCE_OF_FUTURE,
                () -> EvidenceItem.receive(
                        BANKER, engagement, claim(new Period(today, today.plusDays(1))), CONTENT, SEPTEMBER));
        EvidenceItem.receive(BANKER, engagement, claim(new Period(today, today)), CONTENT, SEPTEMBER);
    }

    @Test
    void evidenceForAnEngagementTouchesItsScopeAndPeriod() {
        Claim freezes = new Claim(BANK, EvidenceSection.FREEZES, "", AUGUST, Tlp.AMBER);
        Refused.with(
                AssuranceError.SECTION_OUT_OF_SCOPE,
                () -> EvidenceItem.receive(BANKER, engagement, freezes, CONTENT, NOVEMBER));
        Period before = new Period(PERIOD.first().minusDays(9), PERIOD.first().minusDays(1));
        Refused.with(
                AssuranceError.PERIOD_OUT_OF_SCOPE,
                () -> EvidenceItem.receive(BANKER, engagement, claim(before), CONTENT, NOVEMBER));
        Refused.with(
                AssuranceError.ENGAGEMENT_CLOSED,
                () -> EvidenceItem.receive(BANKER, Audit.in(EngagementState.CLOSED), claim(AUGUST), CONTENT, NOVEMBER));
    }

    @Test
    void evidenceForAnAgreementServesItsEngagementsAndNoOther() {
        EvidenceItem item = EvidenceItem.receive(BANKER, AGREEMENT, claim(AUGUST), CONTENT, NOVEMBER);
        assertEquals(Optional.empty(), item.engagement());
        item.accept(AUDITOR, engagement, NOVEMBER);
        EvidenceItem foreign = EvidenceItem.receive(BANKER, UUID.randomUUID(), claim(AUGUST), CONTENT, NOVEMBER);
        assertThrows(IllegalArgumentException.class, () -> foreign.accept(AUDITOR, engagement, NOVEMBER));
        EvidenceItem others =
                EvidenceItem.receive(BANKER, Audit.in(EngagementState.FIELDWORK), claim(AUGUST), CONTENT, NOVEMBER);
        assertThrows(IllegalArgumentException.class, () -> others.accept(AUDITOR, engagement, NOVEMBER));
    }

    @Test
    void auditorJudgesOnlyWhatTheyMayRead() {
        Claim freezes = new Claim(BANK, EvidenceSection.FREEZES, "", AUGUST, Tlp.AMBER);
        EvidenceItem outside = EvidenceItem.receive(BANKER, AGREEMENT, freezes, CONTENT, NOVEMBER);
        assertEquals(
                "OUT_OF_SCOPE",
                Refused.with(AssuranceError.AUDITOR_MAY_NOT, () -> outside.accept(AUDITOR, engagement, NOVEMBER))
                        .parameters()
                        .get("against"));
        EvidenceItem item = received();
        Refused.with(SharedError.NOT_FOUND, () -> item.accept(BANKER, engagement, NOVEMBER));
        Refused.with(SharedError.NOT_FOUND, () -> item.accept(COORDINATOR, engagement, NOVEMBER));
        Refused.with(SharedError.REQUIRED, () -> item.giveBack(AUDITOR, engagement, "", NOVEMBER));
        item.giveBack(AUDITOR, engagement, "Not signed", NOVEMBER);
        assertEquals("Not signed", item.judgement().returnReason());
        assertEquals(AUDITOR.person(), item.judgement().by());
    }

    @Test
    void onlyTheOrganisationTakesItBack() {
        EvidenceItem item = received();
        Refused.with(AssuranceError.EVIDENCE_ONLY_OWN, () -> item.withdraw(RIVAL_BANKER));
        Refused.with(AssuranceError.EVIDENCE_ONLY_OWN, () -> item.withdraw(AUDITOR));
        item.withdraw(BANKER);
    }

    @Test
    void arrivalIsAnEventWithTheHash() {
        DomainEvent event = received().received();
        assertEquals("evidence.received", event.name());
        assertEquals(CONTENT.sha256(), event.details().get("sha256"));
        assertEquals(1_000L, event.details().get("size"));
        assertEquals("2026-08-31", event.details().get("provesLast"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1a", "a b", "a/b", ".a", "-"})
    void controlIsAToken(String control) {
        Refused.with(
                AssuranceError.CONTROL_MALFORMED,
                () -> new Claim(BANK, EvidenceSection.TRAINING, control, AUGUST, Tlp.AMBER));
    }

    @Test
    void contentKeepsCopiesOfWhatIsSealed() {
        byte[] title = {1, 2, 3};
        EvidenceContent content = new EvidenceContent(received(), title, new byte[] {4}, "ab/cd");
        title[0] = 9;
        content.sealedTitle()[1] = 9;
        assertArrayEquals(new byte[] {1, 2, 3}, content.sealedTitle());
        assertEquals(BANK, content.organisation());
    }

    @Test
    void whatIsKnownOfAFileHasItsForm() {
        Refused.with(SharedError.MALFORMED, () -> new CheckedContent(FileType.PDF, 1, "AB".repeat(32), 0));
        Refused.with(SharedError.MALFORMED, () -> new CheckedContent(FileType.PDF, 1, "ab".repeat(31), 0));
        Refused.with(SharedError.MALFORMED, () -> new CheckedContent(FileType.PDF, 0, "ab".repeat(32), 0));
        Refused.with(SharedError.MALFORMED, () -> new CheckedContent(FileType.PDF, 1, "ab".repeat(32), -1));
    }

    private void become(EvidenceItem item, EvidenceState to) {
        switch (to) {
            case ACCEPTED -> item.accept(AUDITOR, engagement, NOVEMBER);
            case RETURNED -> item.giveBack(AUDITOR, engagement, "Not signed", NOVEMBER);
            case WITHDRAWN -> item.withdraw(BANKER);
            case RECEIVED -> throw new IllegalArgumentException("Nothing leads back");
        }
    }

    private EvidenceItem received() {
        return EvidenceItem.receive(BANKER, engagement, claim(AUGUST), CONTENT, NOVEMBER);
    }

    private static Claim claim(Period proves) {
        return new Claim(BANK, EvidenceSection.TRAINING, "ac-2.1", proves, Tlp.AMBER);
    }
}
