package org.sekisho.domain.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueueItemTest {

    private static final Instant NOON = Instant.parse("2026-11-24T03:00:00Z");

    @Test
    void oldestClockComesFirstAndWhatHasNoneLast() {
        List<QueueItem> items =
                new ArrayList<>(List.of(idle("c"), item("b", NOON.plusSeconds(60)), item("a", NOON), idle("a")));
        items.sort(QueueItem.OLDEST_CLOCK_FIRST);
        assertEquals(
                List.of("a", "b", "a", "c"),
                items.stream().map(QueueItem::textKey).toList());
        assertEquals(Optional.of(NOON), items.get(0).due());
    }

    @Test
    void pathOutsideThePortalIsNoPath() {
        assertThrows(IllegalArgumentException.class, () -> at("https://elsewhere.example/"));
        assertThrows(IllegalArgumentException.class, () -> at("//elsewhere.example/"));
    }

    private static QueueItem item(String textKey, Instant due) {
        return of(textKey, Optional.of(due), "/audits");
    }

    private static QueueItem idle(String textKey) {
        return of(textKey, Optional.empty(), "/audits");
    }

    private static QueueItem at(String path) {
        return of("text", Optional.empty(), path);
    }

    private static QueueItem of(String textKey, Optional<Instant> due, String path) {
        Subject subject = new Subject("engagement", new UUID(0, 1));
        return new QueueItem(subject, textKey, Map.of(), due, "consequence", "action", path);
    }
}
