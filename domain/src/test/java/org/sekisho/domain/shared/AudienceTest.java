package org.sekisho.domain.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.shared.QueueSource.Waiting;
import org.sekisho.domain.shared.QueueSource.Waits;

class AudienceTest {

    private enum Hat {
        SIGNER,
        CHECKER,
        READER
    }

    private static final UUID BANK = new UUID(0, 1);
    private static final UUID RIVAL = new UUID(0, 2);
    private static final UUID ANN = new UUID(0, 3);
    private static final UUID BEN = new UUID(0, 4);

    private static final Audience SIGNERS_OF_BANK =
            Audience.holding(Set.of(Hat.SIGNER, Hat.CHECKER)).at(BANK);

    @Test
    void oneOfTheRolesAtTheOrganisationIsNeeded() {
        assertTrue(SIGNERS_OF_BANK.includes(who(ANN, BANK, Hat.CHECKER, Hat.READER)));
        assertFalse(SIGNERS_OF_BANK.includes(who(ANN, BANK, Hat.READER)));
        assertFalse(SIGNERS_OF_BANK.includes(who(ANN, RIVAL, Hat.SIGNER)));
    }

    @Test
    void whoeverTookPartIsLeftOut() {
        Audience others = SIGNERS_OF_BANK.except(Set.of(ANN));
        assertFalse(others.includes(who(ANN, BANK, Hat.SIGNER)));
        assertTrue(others.includes(who(BEN, BANK, Hat.SIGNER)));
    }

    @Test
    void onePersonAloneStillNeedsTheRole() {
        Audience ann = Audience.holding(Set.of(Hat.SIGNER)).only(ANN);
        assertTrue(ann.includes(who(ANN, RIVAL, Hat.SIGNER)));
        assertFalse(ann.includes(who(ANN, RIVAL, Hat.READER)));
        assertFalse(ann.includes(who(BEN, RIVAL, Hat.SIGNER)));
    }

    @Test
    void nothingWaitsForPeopleWithoutARole() {
        assertThrows(IllegalArgumentException.class, () -> Audience.holding(Set.<Hat>of()));
    }

    @Test
    void aPersonsQueueIsWhatIncludesThemOnceAndInOrder() {
        Instant noon = Instant.parse("2026-11-24T03:00:00Z");
        QueueItem late = item("late", noon.plusSeconds(60));
        QueueItem early = item("early", noon);
        QueueItem rivals = item("rivals", noon);
        QueueSource source = (who, most, now) -> List.of(
                new Waits(late, SIGNERS_OF_BANK),
                new Waits(late, Audience.holding(Set.of(Hat.SIGNER))),
                new Waits(early, SIGNERS_OF_BANK),
                new Waits(rivals, SIGNERS_OF_BANK.at(RIVAL)));
        assertEquals(List.of(early, late), source.waitingFor(who(ANN, BANK, Hat.SIGNER), 50, noon));
        assertEquals(List.of(early), source.waitingFor(who(ANN, BANK, Hat.SIGNER), 1, noon));
    }

    private static Waiting who(UUID person, UUID organisation, Hat... hats) {
        return new Waiting(
                person, organisation, Set.of(hats).stream().map(Enum::name).collect(Collectors.toSet()));
    }

    private static QueueItem item(String textKey, Instant due) {
        Subject subject = new Subject("engagement", new UUID(0, 9));
        return new QueueItem(subject, textKey, Map.of(), Optional.of(due), "consequence", "action", "/audits");
    }
}
