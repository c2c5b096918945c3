package org.sekisho.domain.party.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.NOW;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.assertRefused;
import static org.sekisho.domain.party.PartyExamples.bank;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.provisioning.ImportRuns.ImportView;

class ImportRunTest {

    private static final Organisation AOBA = bank("aoba");
    private static final Actor ADMINISTRATOR = actorOf(AOBA, Role.ORGANISATION_ADMINISTRATOR);
    private static final ImportHeader HEADER = ImportHeader.of(List.of("email", "name_en", "organisation"));

    @Test
    void aTableIsCarriedOutOnceAndItsContentForgotten() {
        ImportRun run = run("a@aoba.example");
        assertEquals("people.csv", run.reason());
        run.begin(Optional.empty(), NOW);
        run.finish(judged("a@aoba.example"), "hash", NOW);
        assertEquals(ImportState.DONE, run.state());
        assertTrue(run.content().isEmpty());
        assertRefused(PartyError.IMPORT_STATE, () -> run.begin(Optional.empty(), NOW));
    }

    @Test
    void aTableWithARejectedLineIsNotCarriedOut() {
        ImportRun run = run("a@elsewhere.example");
        assertRefused(PartyError.IMPORT_LINES_REJECTED, () -> run.begin(Optional.empty(), NOW));
        assertEquals(ImportState.CHECKED, run.state());
    }

    @Test
    void aLineRefusedWhenItIsCarriedOutRefusesTheTable() {
        ImportRun run = run("a@aoba.example");
        run.begin(Optional.empty(), NOW);
        run.finish(judged("a@elsewhere.example"), "hash", NOW);
        assertEquals(ImportState.REFUSED, run.state());
    }

    @Test
    void aRunThatDiedWithItsNodeIsStartedAgainAndALivingOneIsNot() {
        ImportRun run = run("a@aoba.example");
        run.begin(Optional.empty(), NOW);
        assertRefused(
                PartyError.IMPORT_STATE,
                () -> run.begin(
                        Optional.of(NOW), NOW.plus(ImportRun.STALLED_AFTER).minus(Duration.ofNanos(1))));
        run.begin(Optional.of(NOW), NOW.plus(ImportRun.STALLED_AFTER));
        assertEquals(ImportState.RUNNING, run.state());
    }

    @Test
    void aRunThatBeganAnewIsAliveWhateverItSaidBefore() {
        ImportRun run = run("a@aoba.example");
        run.begin(Optional.empty(), NOW);
        Instant again = NOW.plus(ImportRun.STALLED_AFTER);
        run.begin(Optional.of(NOW), again);
        assertRefused(PartyError.IMPORT_STATE, () -> run.begin(Optional.of(NOW), again.plusSeconds(1)));
    }

    @Test
    void whatIsShownSaysWhenATableMayBeStarted() {
        Instant stalled = NOW.plus(ImportRun.STALLED_AFTER);
        assertTrue(view(ImportState.CHECKED, 0, true).isStartable(NOW));
        assertFalse(view(ImportState.CHECKED, 0, false).isStartable(NOW));
        assertFalse(view(ImportState.RUNNING, 0, true).isStartable(stalled.minusNanos(1)));
        assertTrue(view(ImportState.RUNNING, 0, true).isStartable(stalled));
        assertTrue(view(ImportState.RUNNING, 0, true).isStalled(stalled));
        assertFalse(view(ImportState.DONE, 0, false).isStalled(stalled));
    }

    @Test
    void theTimeLeftIsReckonedFromTheLinesDone() {
        assertEquals(Optional.empty(), view(ImportState.RUNNING, 0, true).timeLeft(NOW.plusSeconds(8)));
        assertEquals(
                Optional.of(Duration.ofSeconds(24)),
                view(ImportState.RUNNING, 25, true).timeLeft(NOW.plusSeconds(8)));
    }

    private static ImportView view(ImportState state, int processed, boolean kept) {
        return new ImportView(
                UUID.randomUUID(),
                "people.csv",
                state,
                100,
                processed,
                100,
                0,
                0,
                0,
                Optional.empty(),
                NOW,
                Optional.of(NOW),
                Optional.empty(),
                Optional.empty(),
                kept);
    }

    @Test
    void whatBrokeMayBeTriedAgain() {
        ImportRun run = run("a@aoba.example");
        run.begin(Optional.empty(), NOW);
        run.fail("shared.failure", NOW);
        run.begin(Optional.empty(), NOW);
        assertEquals(ImportState.RUNNING, run.state());
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheTableOfStatesIsAllowed(ImportState from) {
        Set<ImportState> allowed =
                switch (from) {
                    case CHECKED, FAILED -> EnumSet.of(ImportState.RUNNING);
                    case RUNNING -> EnumSet.complementOf(EnumSet.of(ImportState.CHECKED));
                    case DONE, REFUSED -> EnumSet.noneOf(ImportState.class);
                };
        for (ImportState to : ImportState.values()) {
            assertEquals(allowed.contains(to), from.canBecome(to), from + " to " + to);
        }
    }

    private static ImportRun run(String email) {
        return new ImportRun(ADMINISTRATOR, "people.csv", "", "content", judged(email), NOW);
    }

    private static PeopleImport judged(String email) {
        PeopleImport judge = new PeopleImport(HEADER, new Facts(), ADMINISTRATOR);
        judge.judge(new ImportLine(2, List.of(email, "A", "aoba")));
        return judge;
    }

    /** One bank, and nobody. */
    private static final class Facts implements ImportContext {

        @Override
        public Optional<ExistingPerson> person(EmailAddress email) {
            return Optional.empty();
        }

        @Override
        public Optional<Organisation> organisation(String shortName) {
            return Optional.of(AOBA).filter(bank -> bank.shortName().equals(shortName));
        }

        @Override
        public boolean hasAdministrator(UUID organisation) {
            return true;
        }
    }
}
