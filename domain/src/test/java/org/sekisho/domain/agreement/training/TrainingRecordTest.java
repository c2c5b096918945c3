package org.sekisho.domain.agreement.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.agreement.access.Refusals.refused;
import static org.sekisho.domain.agreement.access.TestActors.BANK;
import static org.sekisho.domain.agreement.access.TestActors.coordinator;
import static org.sekisho.domain.agreement.access.TestActors.ofBank;
import static org.sekisho.domain.agreement.access.TestActors.ofRival;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.PeopleClause.RequiredTraining;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

class TrainingRecordTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Days.startOf(TODAY);
    private static final RequiredTraining TRAINING =
            new RequiredTraining("handling", new Words("Handling output", "出力の取扱い"), 365, Set.of(Role.ANALYST));

    private final Actor person = ofBank(Role.ANALYST);
    private final Actor recorder = ofBank(Role.CISO);

    @Test
    void recordCountsForTheDaysOfTheClauseTheDayOfCompletionBeingTheFirst() {
        TrainingRecord record = completed(TODAY);
        assertEquals(LocalDate.of(2027, 11, 23), record.validUntil());
        assertTrue(record.isCurrent(NOW));
        assertTrue(record.isCurrent(Days.endOf(record.validUntil()).minusNanos(1)));
        assertFalse(record.isCurrent(Days.endOf(record.validUntil())));
    }

    @Test
    void nobodyRecordsOrRevokesTheirOwnTraining() {
        refused(TrainingError.OWN_RECORD, () -> completed(person, TODAY));
        TrainingRecord record = completed(TODAY);
        refused(TrainingError.OWN_RECORD, () -> record.revoke(person, "wrong", NOW));
    }

    @Test
    void anotherOrganisationRecordsNothingButTheCoordinatorDoes() {
        refused(TrainingError.OTHER_ORGANISATION, () -> completed(ofRival(Role.CISO), TODAY));
        assertTrue(completed(coordinator(), TODAY).isCurrent(NOW));
    }

    @Test
    void dayOfCompletionIsNeitherInTheFutureNorTooLongAgo() {
        refused(TrainingError.NOT_YET_COMPLETED, () -> completed(TODAY.plusDays(1)));
        refused(TrainingError.OVER, () -> completed(TODAY.minusDays(365)));
        assertTrue(completed(TODAY.minusDays(364)).isCurrent(NOW));
    }

    @Test
    void newerRecordTakesThePlaceOfTheOlder() {
        Kept records = new Kept();
        TrainingRecord older = completed(TODAY.minusDays(300));
        records.add(older);
        TrainingRecord newer = completed(TODAY);
        records.add(newer);
        assertEquals(TrainingState.SUPERSEDED, older.state());
        assertEquals(Optional.of(newer.id()), older.supersededBy());
        assertFalse(older.isCurrent(NOW));
        assertTrue(newer.isCurrent(NOW));
        refused(TrainingError.OLDER_THAN_CURRENT, () -> records.add(completed(TODAY)));
        assertEquals(2, records.rows.size());
    }

    @Test
    void revokedRecordCountsNoLonger() {
        TrainingRecord record = completed(TODAY);
        record.revoke(recorder, "certificate was somebody else's", NOW);
        assertFalse(record.isCurrent(NOW));
        assertEquals(recorder.person(), record.revokedBy());
        refused(TrainingError.WRONG_STATE, () -> record.revoke(recorder, "again", NOW));
    }

    @Test
    void everyPairOfStatesFollowsTheTable() {
        Map<TrainingState, Set<TrainingState>> table = Map.of(
                TrainingState.CURRENT, EnumSet.of(TrainingState.SUPERSEDED, TrainingState.REVOKED),
                TrainingState.SUPERSEDED, EnumSet.of(TrainingState.REVOKED));
        for (TrainingState from : TrainingState.values()) {
            for (TrainingState to : TrainingState.values()) {
                boolean allowed = table.getOrDefault(from, Set.of()).contains(to);
                assertEquals(allowed, from.canBecome(to), from + " → " + to);
                if (to == TrainingState.CURRENT) {
                    continue;
                }
                TrainingRecord record = completed(TODAY.minusDays(10));
                become(record, from);
                if (allowed) {
                    become(record, to);
                    assertEquals(to, record.state());
                } else {
                    refused(TrainingError.WRONG_STATE, () -> become(record, to));
                }
            }
        }
    }

    private void become(TrainingRecord record, TrainingState state) {
        switch (state) {
            case CURRENT -> {}
            case SUPERSEDED -> record.supersede(completed(TODAY));
            case REVOKED -> record.revoke(recorder, "wrong", NOW);
        }
    }

    private TrainingRecord completed(LocalDate day) {
        return completed(recorder, day);
    }

    private TrainingRecord completed(Actor actor, LocalDate day) {
        return new TrainingRecord(actor, person.requirePerson(), BANK, TRAINING, day, "certificate 17", NOW);
    }

    /** Records kept in memory. */
    private static final class Kept implements TrainingRecords {

        private final List<TrainingRecord> rows = new ArrayList<>();

        @Override
        public Optional<TrainingRecord> find(UUID id) {
            return rows.stream().filter(record -> record.id().equals(id)).findFirst();
        }

        @Override
        public Optional<TrainingRecord> current(UUID person, String training) {
            return rows.stream()
                    .filter(record -> record.state() == TrainingState.CURRENT)
                    .findFirst();
        }

        @Override
        public void store(TrainingRecord record) {
            rows.add(record);
        }
    }
}
