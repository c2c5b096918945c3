package org.sekisho.domain.assurance.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Refusal;

class CatalogueVersionTest {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final Actor AUTHOR = Audit.COORDINATOR;
    private static final Actor SECOND = Audit.SECOND_COORDINATOR;

    private final CatalogueVersion draft = new CatalogueVersion(AUTHOR, 2, DeliveredCatalogue.catalogue(), NOW);

    private static void refused(ControlError code, Executable act) {
        assertEquals(code, assertThrows(Refusal.class, act).code());
    }

    @Test
    void somebodyElsePublishesWhatWasTakenIn() {
        refused(ControlError.OWN_DRAFT, () -> draft.publish(AUTHOR, NOW));
        draft.publish(SECOND, NOW);
        assertEquals(CatalogueState.PUBLISHED, draft.state());
        assertEquals(Optional.of(NOW), draft.publishedAt());
        refused(ControlError.WRONG_STATE, () -> draft.publish(SECOND, NOW));
    }

    @Test
    void aDraftWaitsForThoseWhoMayPublishItAndNotForWhoTookItIn() {
        assertTrue(draft.publishers().includes(waiting(SECOND, Role.COORDINATOR)));
        assertFalse(draft.publishers().includes(waiting(AUTHOR, Role.COORDINATOR)));
        assertFalse(draft.publishers().includes(waiting(SECOND, Role.AUDITOR)));
    }

    private static QueueSource.Waiting waiting(Actor actor, Role role) {
        return new QueueSource.Waiting(
                actor.requirePerson(), actor.organisation().orElseThrow(), Set.of(role.name()));
    }

    @Test
    void onlyWhatWasPublishedIsWithdrawnAndWithAReason() {
        refused(ControlError.WRONG_STATE, () -> draft.withdraw(AUTHOR, "Old", NOW));
        draft.publish(SECOND, NOW);
        assertThrows(Refusal.class, () -> draft.withdraw(AUTHOR, " ", NOW));
        draft.withdraw(AUTHOR, "Old", NOW);
        assertEquals(CatalogueState.WITHDRAWN, draft.state());
        assertEquals("Old", draft.withdrawReason());
    }

    @Test
    void itSaysWhatWasTakenIn() {
        assertEquals(DeliveredCatalogue.catalogue(), draft.catalogue());
        assertEquals(DeliveredCatalogue.catalogue().title(), draft.title());
    }

    @Test
    void theDeliveredVersionIsNotAmongThem() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new CatalogueVersion(AUTHOR, 1, DeliveredCatalogue.catalogue(), NOW));
    }
}
