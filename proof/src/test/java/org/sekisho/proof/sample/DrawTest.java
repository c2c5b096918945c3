package org.sekisho.proof.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.log.Checkpoint;

class DrawTest {

    private static final String SAMPLE = "0198f000-0000-7000-8000-000000000001";
    private static final byte[] SEED = SampleSeed.of(new Checkpoint("sekisho.example/trail", 42, root()));

    /** Computed apart, with Python's hmac and hashlib. */
    @Test
    void theKnownDraw() {
        assertEquals("852d091f46d164a2bff9baea336d9d73ec5d20d1813add54da94d0192ce32236", SampleSeed.hex(SEED));
        assertEquals(
                "b21bfa59a5ae61a9ba77f49879777ceb1478f69d79c201d5da0a1d18c2f97902",
                population(20).sha256());
        assertEquals(List.of("0b", "0c", "0a", "00", "10"), ends(Draw.random(SEED, SAMPLE, population(20), 5)));
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        List<PopulationItem> shuffled = new ArrayList<>(population(200).items());
        List<PopulationItem> drawn = Draw.random(SEED, SAMPLE, population(200), 30);
        List<PopulationItem> stratified = Draw.stratified(SEED, SAMPLE, population(200), 30);
        Random fixed = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(shuffled, fixed);
            assertEquals(drawn, Draw.random(SEED, SAMPLE, PopulationList.of(shuffled), 30));
            assertEquals(stratified, Draw.stratified(SEED, SAMPLE, PopulationList.of(shuffled), 30));
        }
    }

    @Test
    void aLargerSampleHoldsTheSmaller() {
        assertEquals(
                Draw.random(SEED, SAMPLE, population(100), 10),
                Draw.random(SEED, SAMPLE, population(100), 25).subList(0, 10));
    }

    @Test
    void anotherSampleOrSeedDrawsOthers() {
        List<PopulationItem> drawn = Draw.random(SEED, SAMPLE, population(100), 10);
        assertNotEquals(drawn, Draw.random(SEED, SAMPLE.replace('1', '2'), population(100), 10));
        assertNotEquals(drawn, Draw.random(Sha256.digest(SEED), SAMPLE, population(100), 10));
    }

    /** Over 4,000 seeds each of 20 items is drawn about 1,000 times: six standard deviations are 164. */
    @Test
    void everyItemIsDrawnAsOftenAsAnother() {
        Map<String, Integer> drawn = new HashMap<>();
        byte[] seed = SEED;
        for (int i = 0; i < 4_000; i++) {
            seed = Sha256.digest(seed);
            Draw.random(seed, SAMPLE, population(20), 5).forEach(each -> drawn.merge(each.id(), 1, Integer::sum));
        }
        assertEquals(20, drawn.size());
        drawn.forEach((id, times) -> assertTrue(Math.abs(times - 1_000) < 164, id + ": " + times));
    }

    @Test
    void eachStratumGivesItsPart() {
        List<PopulationItem> drawn = Draw.stratified(SEED, SAMPLE, population(20), 7);
        assertEquals(
                Map.of("ANALYST", 4, "CISO", 2, "DUTY_OFFICER", 1),
                PopulationList.of(drawn).strata());
        List<PopulationItem> all = Draw.stratified(SEED, SAMPLE, population(20), 20);
        assertEquals(population(20), PopulationList.of(all));
    }

    @Test
    void whatCanNotBeDrawnIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Draw.random(SEED, SAMPLE, population(3), 4));
        assertThrows(IllegalArgumentException.class, () -> Draw.random(SEED, SAMPLE, population(3), 0));
        assertThrows(IllegalArgumentException.class, () -> Draw.stratified(SEED, SAMPLE, population(20), 2));
    }

    @Test
    void allocationIsProportionalAndLeavesNoStratumOut() {
        assertEquals(Map.of("A", 1, "B", 1, "C", 1), Allocation.of(Map.of("A", 1_000, "B", 1, "C", 1), 3));
        assertEquals(Map.of("A", 98, "B", 1, "C", 1), Allocation.of(Map.of("A", 1_000, "B", 1, "C", 1), 100));
        // Equal remainders: the larger stratum first, then the name.
        assertEquals(Map.of("A", 2, "B", 1), Allocation.of(Map.of("A", 5, "B", 5), 3));
        for (int size = 3; size <= 60; size++) {
            Map<String, Integer> strata = Map.of("A", 40, "B", 19, "C", 1);
            Map<String, Integer> given = Allocation.of(strata, size);
            assertEquals(
                    size, given.values().stream().mapToInt(Integer::intValue).sum());
            given.forEach((stratum, count) -> assertTrue(count >= 1 && count <= strata.getOrDefault(stratum, 0)));
        }
    }

    @Test
    void aListIsReadAsItIsWrittenAndOtherwiseNot() {
        PopulationList population = population(20);
        String text = new String(population.bytes(), StandardCharsets.US_ASCII);
        assertEquals(Optional.of(population), parse(text));
        assertEquals(population.sha256(), Sha256.hex(population.bytes()));
        assertEquals(Optional.of(new PopulationList(List.of())), parse(""));
        String first = text.substring(0, text.indexOf('\n') + 1);
        assertEquals(Optional.empty(), parse(text.substring(0, text.length() - 1)));
        assertEquals(Optional.empty(), parse(first + first));
        assertEquals(Optional.empty(), parse(text + first));
        assertEquals(Optional.empty(), parse(text.replace(' ', '\t')));
        assertEquals(Optional.empty(), parse("\n" + text));
        assertEquals(Optional.empty(), parse(first.replace("ANALYST", "\u5206\u6790")));
    }

    private static Optional<PopulationList> parse(String text) {
        return PopulationList.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first twelve of twenty are analysts, then six of one kind, then two of another. */
    private static PopulationList population(int size) {
        List<PopulationItem> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String stratum = i % 20 < 12 ? "ANALYST" : i % 20 < 18 ? "CISO" : "DUTY_OFFICER";
            items.add(new PopulationItem(
                    new UUID(0x0198_f000_0000_7000L, 0x8000_0000_0000_0100L + i).toString(), stratum));
        }
        return PopulationList.of(items);
    }

    private static List<String> ends(List<PopulationItem> drawn) {
        return drawn.stream().map(each -> each.id().substring(34)).toList();
    }

    private static byte[] root() {
        byte[] root = new byte[32];
        for (int i = 0; i < root.length; i++) {
            root[i] = (byte) i;
        }
        return root;
    }
}
