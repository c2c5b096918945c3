package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.training.TrainingRecord;
import org.sekisho.domain.agreement.training.TrainingRecords;
import org.sekisho.domain.agreement.training.TrainingState;
import org.sekisho.persistence.shared.Entities;

/** Training records as rows. */
@ApplicationScoped
public class TrainingRows implements TrainingRecords {

    @Inject
    private Entities entities;

    @Override
    public Optional<TrainingRecord> find(UUID id) {
        return entities.find(TrainingRecord.class, id);
    }

    @Override
    public Optional<TrainingRecord> current(UUID person, String training) {
        return entities
                .listLocked(
                        TrainingRecord.class,
                        """
                        select r from TrainingRecord r
                        where r.person = :person and r.training = :training and r.state = :state
                        order by r.completedOn desc
                        """,
                        Map.of("person", person, "training", training, "state", TrainingState.CURRENT))
                .stream()
                .findFirst();
    }

    @Override
    public void store(TrainingRecord record) {
        entities.add(record);
    }
}
