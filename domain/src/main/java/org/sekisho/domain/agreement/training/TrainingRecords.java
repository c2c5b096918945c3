package org.sekisho.domain.agreement.training;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The training records that the asker may see. */
public interface TrainingRecords {

    Optional<TrainingRecord> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default TrainingRecord require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The record of this training that is current for the person, locked until the transaction ends. */
    Optional<TrainingRecord> current(UUID person, String training);

    /**
     * Adds a new record, which takes the place of the current one.
     *
     * @throws Refusal with {@link TrainingError#OLDER_THAN_CURRENT} if that one was completed on the same day or later
     */
    default void add(TrainingRecord record) {
        current(record.person(), record.training()).ifPresent(older -> older.supersede(record));
        store(record);
    }

    /** Stores a new record; {@link #add} is what callers use. */
    void store(TrainingRecord record);
}
