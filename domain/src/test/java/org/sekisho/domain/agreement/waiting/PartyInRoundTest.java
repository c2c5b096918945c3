package org.sekisho.domain.agreement.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.agreement.waiting.Places.ANN;
import static org.sekisho.domain.agreement.waiting.Places.BANK;
import static org.sekisho.domain.agreement.waiting.Places.BEN;
import static org.sekisho.domain.agreement.waiting.Places.NOW;
import static org.sekisho.domain.agreement.waiting.Places.SECRETARIAT;
import static org.sekisho.domain.agreement.waiting.Places.asked;
import static org.sekisho.domain.agreement.waiting.Places.who;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Role;

class PartyInRoundTest {

    private static final Instant LATER = NOW.plusSeconds(3600);

    @Test
    void aDraftWaitsForTheCoordinatorAlone() {
        PartyInRound draft = round(SECRETARIAT, Optional.empty(), 0, Set.of(), 0, false);
        assertEquals(List.of("OPEN_ROUND of COORDINATOR"), asked(draft.tasks(NOW), SECRETARIAT));
        assertEquals(
                List.of(), round(BANK, Optional.empty(), 0, Set.of(), 0, false).tasks(NOW));
    }

    @Test
    void anOpenRoundWaitsForAPartyUntilItHasSpoken() {
        List<WaitingTask> silent =
                round(BANK, Optional.of(LATER), 0, Set.of(), 0, false).tasks(NOW);
        assertEquals(List.of("NEGOTIATE of CISO,COORDINATOR,SIGNATORY"), asked(silent, BANK));
        assertEquals(Optional.of(LATER), silent.get(0).due());
        assertEquals(
                List.of(), round(BANK, Optional.of(LATER), 0, Set.of(), 0, true).tasks(NOW));
    }

    @Test
    void atItsEndNothingWaitsForThePartyAndTheCoordinatorConcludes() {
        assertEquals(
                List.of(), round(BANK, Optional.of(NOW), 0, Set.of(), 0, false).tasks(NOW));
        PartyInRound over = round(SECRETARIAT, Optional.of(NOW), 0, Set.of(), 2, false);
        assertEquals(List.of("CONCLUDE_ROUND of COORDINATOR"), asked(over.tasks(NOW), SECRETARIAT));
    }

    @Test
    void aRoundClosedEarlyIsOver() {
        PartyInRound closed =
                new PartyInRound(SECRETARIAT, Optional.of(LATER), Optional.of(NOW), 0, Set.of(), 0, false);
        assertEquals(List.of("CONCLUDE_ROUND of COORDINATOR"), asked(closed.tasks(NOW), SECRETARIAT));
    }

    @Test
    void undecidedProposalsComeBeforeTheConclusion() {
        PartyInRound over = round(SECRETARIAT, Optional.of(NOW), 2, Set.of(ANN), 0, false);
        List<WaitingTask> tasks = over.tasks(NOW);
        assertEquals(List.of("DECIDE_PROPOSALS of COORDINATOR"), asked(tasks, SECRETARIAT));
        assertEquals(2, tasks.get(0).count());
        assertEquals(Optional.empty(), tasks.get(0).due());
    }

    @Test
    void proposalsOfOneCoordinatorWaitForAnother() {
        WaitingTask own = round(SECRETARIAT, Optional.of(LATER), 1, Set.of(ANN), 0, true)
                .tasks(NOW)
                .get(0);
        assertFalse(own.audience().includes(who(ANN, SECRETARIAT, Role.COORDINATOR)));
        assertTrue(own.audience().includes(who(BEN, SECRETARIAT, Role.COORDINATOR)));
        WaitingTask mixed = round(SECRETARIAT, Optional.of(LATER), 2, Set.of(ANN, BEN), 0, true)
                .tasks(NOW)
                .get(0);
        assertTrue(mixed.audience().includes(who(ANN, SECRETARIAT, Role.COORDINATOR)));
    }

    @Test
    void commentsWaitForAnAnswerWhileTheRoundIsOpen() {
        PartyInRound open = round(SECRETARIAT, Optional.of(LATER), 0, Set.of(), 3, false);
        assertEquals(List.of("ANSWER_COMMENTS of COORDINATOR"), asked(open.tasks(NOW), SECRETARIAT));
    }

    private static PartyInRound round(
            Place place, Optional<Instant> ends, int proposals, Set<UUID> proposers, int comments, boolean spoke) {
        return new PartyInRound(place, ends, Optional.empty(), proposals, proposers, comments, spoke);
    }
}
