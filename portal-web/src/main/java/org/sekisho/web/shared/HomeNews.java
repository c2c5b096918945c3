package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.trail.TrailEventRow;
import org.sekisho.ejb.home.HomeService;
import org.sekisho.ejb.trail.TrailService;

/** What others did since the reader was last here; at the first visit, of late. */
@Named
@RequestScoped
public class HomeNews {

    private static final int MOST = 8;
    private static final Duration LATELY = Duration.ofDays(14);

    @Inject
    private HomeService home;

    @Inject
    private TrailService trail;

    @Inject
    private Clock clock;

    private @Nullable News news;

    /** What the card shows, read once. */
    private record News(Optional<Instant> lastVisit, List<TrailEventRow> events) {}

    /** When the reader was here last; empty at the first visit. */
    public Optional<Instant> getLastVisit() {
        return news().lastVisit();
    }

    /** The latest first. */
    public List<TrailEventRow> getEvents() {
        return news().events();
    }

    private News news() {
        if (news == null) {
            Optional<Instant> lastVisit = home.lastVisit();
            Instant since = lastVisit.orElseGet(() -> clock.instant().minus(LATELY));
            news = new News(lastVisit, trail.newsSince(since, MOST));
        }
        return news;
    }
}
