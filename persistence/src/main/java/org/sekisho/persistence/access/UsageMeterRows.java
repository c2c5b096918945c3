package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.access.UsageMeter;
import org.sekisho.domain.agreement.access.UsageMeters;
import org.sekisho.persistence.shared.Entities;

/** Meters of usage as rows. */
@ApplicationScoped
public class UsageMeterRows implements UsageMeters {

    @Inject
    private Entities entities;

    @Override
    public Optional<UsageMeter> find(UUID agreement) {
        return entities
                .listLocked(
                        UsageMeter.class,
                        "select m from UsageMeter m where m.agreement = :agreement",
                        Map.of("agreement", agreement))
                .stream()
                .findFirst();
    }

    @Override
    public void add(UsageMeter meter) {
        entities.add(meter);
    }
}
