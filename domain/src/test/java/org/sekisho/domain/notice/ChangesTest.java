package org.sekisho.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final UUID ANN = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);

    @Test
    void whatIsNewIsFreshForEachPersonAndWhatStaysIsLeftAlone() {
        Notice known = notice(ANN, "a", NOW).told(NOW);
        Changes changes = Changes.between(List.of(known), List.of(notice(ANN, "a", NOW), notice(BEN, "a", NOW)), NOW);
        assertEquals(List.of(notice(BEN, "a", NOW)), changes.fresh());
        assertEquals(List.of(), changes.moved());
        assertEquals(List.of(), changes.gone());
    }

    @Test
    void whatWaitsNoMoreIsGoneAndFreshWhenItComesBack() {
        Notice known = notice(ANN, "a", NOW).told(NOW);
        assertEquals(
                List.of(known), Changes.between(List.of(known), List.of(), NOW).gone());
        assertEquals(
                List.of(notice(ANN, "a", NOW)),
                Changes.between(List.of(), List.of(notice(ANN, "a", NOW)), NOW).fresh());
    }

    @Test
    void anotherTimeMovesIt() {
        Notice known = notice(ANN, "a", NOW).told(NOW);
        Changes changes = Changes.between(List.of(known), List.of(notice(ANN, "a", NOW.plusSeconds(60))), NOW);
        assertEquals(1, changes.moved().size());
        assertEquals(Optional.of(NOW.plusSeconds(60)), changes.moved().get(0).due());
        assertEquals(List.of(), changes.fresh());
    }

    @Test
    void theSameTwiceIsOneAndDueWhenTheFirstIs() {
        Changes changes = Changes.between(
                List.of(),
                List.of(notice(ANN, "a", NOW.plusSeconds(60)), notice(ANN, "a", NOW), without(ANN, "a")),
                NOW);
        assertEquals(List.of(notice(ANN, "a", NOW)), changes.fresh());
    }

    private static Notice notice(UUID person, String item, Instant due) {
        return Notice.fresh(person, "RoleQueue", item, Optional.of(due), NOW);
    }

    private static Notice without(UUID person, String item) {
        return Notice.fresh(person, "RoleQueue", item, Optional.empty(), NOW);
    }
}
