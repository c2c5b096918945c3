package org.sekisho.domain.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.shared.Subject;

/** What an event says of itself, and what can be read back from its leaf. */
class TrailEventTest {

    private static final UUID AGREEMENT = UUID.randomUUID();

    @Test
    void anEventOfAGrantConcernsItsAgreement() {
        TrailEvent event = event("grant", Outcome.DONE, Map.of("agreement", AGREEMENT.toString()));
        assertEquals(Optional.of(AGREEMENT), event.agreement());
    }

    @Test
    void aDecisionThatWasAskedForChangesNothing() {
        assertTrue(event("grant", Outcome.DONE, Map.of("events", List.of("grant.approved")))
                .changes());
        assertFalse(event("grant", Outcome.DONE, Map.of("events", List.of("access.decided")))
                .changes());
        assertFalse(event("grant", Outcome.DONE, Map.of()).changes());
    }

    @Test
    void aRefusalChangesNothingWhateverWasUnderWay() {
        assertFalse(event("grant", Outcome.REFUSED, Map.of("events", List.of("grant.approved")))
                .changes());
    }

    @Test
    void theLeafIsReadBack() {
        TrailEvent event = event("grant", Outcome.DONE, Map.of("events", List.of("grant.approved"), "role", "ANALYST"));
        TrailLeaf leaf = TrailLeaf.read(event.leaf());
        assertEquals(List.of("grant.approved"), leaf.events());
        assertEquals(Map.of("role", "ANALYST"), leaf.open());
        assertEquals(List.of("reason"), List.copyOf(leaf.commitments().keySet()));
    }

    private static TrailEvent event(String kind, Outcome outcome, Map<String, ?> details) {
        SortedMap<String, Object> open = new TreeMap<>(details);
        SortedMap<String, String> personal = new TreeMap<>(Map.of("reason", "because"));
        return TrailEvent.of(new TrailEvent.Draft(
                Instant.parse("2026-05-28T00:00:00Z"),
                "person:" + UUID.randomUUID(),
                Optional.empty(),
                "grant.approve",
                Optional.of(new Subject(kind, UUID.randomUUID())),
                outcome,
                open,
                personal));
    }
}
