package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.calendar.CalendarFeed;
import org.sekisho.domain.assurance.calendar.CalendarFeeds;
import org.sekisho.persistence.shared.Entities;

/** Addresses of calendar feeds as rows. */
@ApplicationScoped
public class CalendarFeedRows implements CalendarFeeds {

    @Inject
    private Entities entities;

    @Override
    public Optional<CalendarFeed> current(UUID person, UUID organisation) {
        return entities.first(
                CalendarFeed.class,
                "select f from CalendarFeed f where f.person = :person and f.organisation = :organisation and"
                        + " f.revokedAt is null",
                Map.of("person", person, "organisation", organisation));
    }

    /** Of two that are made at once, the unique index refuses the second. */
    @Override
    public void add(CalendarFeed feed) {
        // The provider writes new rows before changed ones, and the one before has to be revoked by then.
        entities.flush();
        entities.add(feed);
    }
}
