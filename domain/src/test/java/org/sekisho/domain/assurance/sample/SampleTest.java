package org.sekisho.domain.assurance.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.Audit.AUDITOR;
import static org.sekisho.domain.assurance.Audit.BANKER;
import static org.sekisho.domain.assurance.Audit.COLLEAGUE;
import static org.sekisho.domain.assurance.Audit.COORDINATOR;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;
import static org.sekisho.domain.assurance.Audit.PERIOD;
import static org.sekisho.domain.assurance.Audit.SEPTEMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.assurance.sample.SampleItem.Sheet;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.sample.Draw;
import org.sekisho.proof.sample.PopulationItem;
import org.sekisho.proof.sample.PopulationList;
import org.sekisho.proof.sample.SampleSeed;

class SampleTest {

    private static final Checkpoint CHECKPOINT =
            new Checkpoint("sekisho.example/trail", 42, Sha256.digest(new byte[1]));
    private static final Optional<SignedCheckpoint> SEED =
            Optional.of(new SignedCheckpoint(CHECKPOINT, NOVEMBER, "SHA256:key", new byte[] {1}));

    private final Engagement engagement = staffedByTwo();
    private final PopulationList population = population(30);

    private static Engagement staffedByTwo() {
        Engagement engagement = Audit.staffed();
        Audit.accept(engagement, COLLEAGUE);
        engagement.beginFieldwork(AUDITOR, SEPTEMBER);
        return engagement;
    }

    @Test
    void theTablesOfStates() {
        assertEquals(Set.of(SampleState.SELECTED), SampleState.AWAITING_SEED.next());
        assertEquals(Set.of(), SampleState.SELECTED.next());
        assertEquals(Set.of(SheetState.TESTED), SheetState.OPEN.next());
        assertEquals(Set.of(SheetState.RETURNED, SheetState.APPROVED), SheetState.TESTED.next());
        assertEquals(Set.of(SheetState.TESTED), SheetState.RETURNED.next());
        assertEquals(Set.of(), SheetState.APPROVED.next());
    }

    @Test
    void aFrozenPopulationIsToldByItsHash() {
        Sample sample = sample(SamplingMethod.RANDOM, 5);
        DomainEvent event = sample.frozen();
        assertEquals(population.sha256(), event.details().get("populationSha256"));
        assertEquals(30L, event.details().get("records"));
        assertEquals(31L, event.details().get("counted"));
        assertEquals(SampleState.AWAITING_SEED, sample.state());
        assertEquals(Optional.empty(), sample.seedSha256());
        assertEquals(SampleState.SELECTED, sample(SamplingMethod.JUDGEMENTAL, 0).state());
    }

    @Test
    void onlyAnIndependentAuditorInFieldworkFreezesWithinTheScope() {
        for (Actor other : List.of(BANKER, COORDINATOR)) {
            Refused.with(SharedError.NOT_FOUND, () -> sample(engagement, other, wanted(PERIOD)));
        }
        Engagement reporting = Audit.in(EngagementState.REPORTING);
        Refused.with(AssuranceError.SAMPLE_ONLY_IN_FIELDWORK, () -> sample(reporting, AUDITOR, wanted(PERIOD)));
        Period longer = new Period(PERIOD.first(), PERIOD.last().plusDays(1));
        Refused.with(AssuranceError.SAMPLE_PERIOD_OUTSIDE, () -> sample(engagement, AUDITOR, wanted(longer)));
        Sample.Wanted freezes = new Sample.Wanted("Freezes", PopulationKind.FREEZES, SamplingMethod.RANDOM, PERIOD, 5);
        Refused.with(AssuranceError.SECTION_OUT_OF_SCOPE, () -> sample(engagement, AUDITOR, freezes));
    }

    @Test
    void aKindNeedsOneOfItsSections() {
        assertTrue(PopulationKind.ACCESS_DECISIONS.isWithin(Set.of(EvidenceSection.TRAIL)));
        assertTrue(PopulationKind.ACCESS_DECISIONS.isWithin(Set.of(EvidenceSection.USAGE)));
        assertFalse(PopulationKind.ACCESS_DECISIONS.isWithin(Set.of(EvidenceSection.GRANTS)));
    }

    @Test
    void theSizeFitsThePopulation() {
        Refused.with(AssuranceError.SAMPLE_SIZE, () -> sample(SamplingMethod.RANDOM, 0));
        Refused.with(AssuranceError.SAMPLE_SIZE, () -> sample(SamplingMethod.RANDOM, 31));
        Refused.with(AssuranceError.SAMPLE_SIZE, () -> sample(SamplingMethod.RANDOM, Sample.MOST_ITEMS + 1));
        Refused.with(AssuranceError.SAMPLE_SIZE, () -> sample(SamplingMethod.STRATIFIED, 1));
        assertEquals(30, sample(SamplingMethod.RANDOM, 30).size());
        assertEquals(0, sample(SamplingMethod.JUDGEMENTAL, 7).size());
        Refused.with(
                AssuranceError.POPULATION_EMPTY,
                () -> new Sample(
                        AUDITOR,
                        engagement,
                        1,
                        wanted(PERIOD),
                        new Populations.Counted(new PopulationList(List.of()), 0),
                        NOVEMBER));
    }

    @Test
    void whatIsDrawnFollowsFromTheSeed() {
        Sample sample = sample(SamplingMethod.STRATIFIED, 6);
        Refused.with(
                AssuranceError.SAMPLE_AWAITS_SEED,
                () -> sample.draw(AUDITOR, engagement, population, Optional.empty(), NOVEMBER));
        Refused.with(
                AssuranceError.POPULATION_CHANGED,
                () -> sample.draw(AUDITOR, engagement, population(29), SEED, NOVEMBER));
        Refused.with(SharedError.NOT_FOUND, () -> sample.draw(BANKER, engagement, population, SEED, NOVEMBER));
        assertEquals(SampleState.AWAITING_SEED, sample.state());
        Sample.Drawn drawn = sample.draw(COLLEAGUE, engagement, population, SEED, NOVEMBER);
        byte[] key = SampleSeed.of(CHECKPOINT);
        assertEquals(
                Draw.stratified(key, sample.id().toString(), population, 6).stream()
                        .map(PopulationItem::id)
                        .toList(),
                drawn.items().stream().map(item -> item.subject().toString()).toList());
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6),
                drawn.items().stream().map(SampleItem::position).toList());
        assertEquals(Optional.of(SampleSeed.hex(key)), sample.seedSha256());
        assertEquals(42, sample.seedSize().orElseThrow());
        assertEquals(SampleState.SELECTED, sample.state());
        Refused.with(AssuranceError.SAMPLE_STATE, () -> sample.draw(AUDITOR, engagement, population, SEED, NOVEMBER));
    }

    @Test
    void onlyAJudgementalSampleIsPickedAndOnlyWithAReason() {
        PopulationItem first = population.items().get(0);
        Sample drawn = sample(SamplingMethod.RANDOM, 5);
        Refused.with(
                AssuranceError.SAMPLE_NOT_JUDGEMENTAL,
                () -> drawn.pick(AUDITOR, engagement, first, 1, "Large", NOVEMBER));
        Sample sample = sample(SamplingMethod.JUDGEMENTAL, 0);
        Refused.with(SharedError.REQUIRED, () -> sample.pick(AUDITOR, engagement, first, 1, " ", NOVEMBER));
        SampleItem item = sample.pick(AUDITOR, engagement, first, 1, " Large ", NOVEMBER);
        assertEquals("Large", item.reason());
        assertFalse(sample.picked(item).details().containsKey("reason"));
        assertEquals(Map.of(), sample.picked(item).personal());
    }

    @Test
    void aTestIsReviewedByAnotherAuditor() {
        SampleItem item = item();
        DomainEvent tested = item.test(AUDITOR, engagement, TestResult.EXCEPTION, NOVEMBER);
        assertFalse(tested.details().containsValue(TestResult.EXCEPTION.name()), tested.toString());
        Refused.with(AssuranceError.SHEET_NOT_OWN, () -> item.approve(AUDITOR, engagement, NOVEMBER));
        Refused.with(AssuranceError.SHEET_NOT_OWN, () -> item.giveBack(AUDITOR, engagement, "Again", NOVEMBER));
        Refused.with(SharedError.NOT_FOUND, () -> item.approve(BANKER, engagement, NOVEMBER));
        Refused.with(SharedError.REQUIRED, () -> item.giveBack(COLLEAGUE, engagement, "", NOVEMBER));
        item.giveBack(COLLEAGUE, engagement, "Ask for the original", NOVEMBER);
        assertEquals(SheetState.RETURNED, item.state());
        assertEquals("Ask for the original", item.review().returnReason());
        item.test(COLLEAGUE, engagement, TestResult.PASSED, NOVEMBER);
        Refused.with(AssuranceError.SHEET_NOT_OWN, () -> item.approve(COLLEAGUE, engagement, NOVEMBER));
        item.approve(AUDITOR, engagement, NOVEMBER);
        assertEquals(SheetState.APPROVED, item.state());
        assertEquals(Optional.of(TestResult.PASSED), item.result());
        Refused.with(AssuranceError.SHEET_STATE, () -> item.test(AUDITOR, engagement, TestResult.PASSED, NOVEMBER));
    }

    @Test
    void anItemIsTestedBeforeItIsReviewed() {
        Refused.with(AssuranceError.SHEET_STATE, () -> item().approve(AUDITOR, engagement, NOVEMBER));
    }

    @Test
    void anExceptionNeedsItsObservation() {
        assertEquals("", new Sheet("Compared", TestResult.PASSED, " ").observation());
        Refused.with(SharedError.REQUIRED, () -> new Sheet("Compared", TestResult.EXCEPTION, ""));
        Refused.with(SharedError.REQUIRED, () -> new Sheet("", TestResult.PASSED, ""));
    }

    private SampleItem item() {
        return sample(SamplingMethod.JUDGEMENTAL, 0)
                .pick(AUDITOR, engagement, population.items().get(0), 1, "Large", NOVEMBER);
    }

    private Sample sample(SamplingMethod method, int size) {
        return sample(engagement, AUDITOR, new Sample.Wanted("Approval", PopulationKind.GRANTS, method, PERIOD, size));
    }

    private Sample sample(Engagement of, Actor actor, Sample.Wanted wanted) {
        return new Sample(actor, of, 3, wanted, new Populations.Counted(population, 31), NOVEMBER);
    }

    private static Sample.Wanted wanted(Period period) {
        return new Sample.Wanted("Approval", PopulationKind.GRANTS, SamplingMethod.RANDOM, period, 5);
    }

    private static PopulationList population(int records) {
        List<PopulationItem> items = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            items.add(new PopulationItem(
                    new UUID(0x0198_f000_0000_7000L, 0x8000_0000_0000_0100L + i).toString(),
                    i % 5 == 0 ? "CISO" : "ANALYST"));
        }
        return PopulationList.of(items);
    }
}
