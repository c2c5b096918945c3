package org.sekisho.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import org.sekisho.domain.shared.ClockOffset;
import org.sekisho.domain.shared.Settings;

/** Hands out what the portal stands in: its settings and its clock. */
@ApplicationScoped
public class Surroundings {

    private volatile Duration offset = Duration.ZERO;
    private final Settings settings = Settings.of(System.getenv());
    private final Clock clock = new ClockOffset(this::clockOffset);

    @Produces
    public Settings settings() {
        return settings;
    }

    @Produces
    public Clock clock() {
        return clock;
    }

    /** By how much the clock is moved. */
    public Duration clockOffset() {
        return offset;
    }

    /** Moves the clock; only the demo regime may. */
    public void moveClock(Duration by) {
        if (!settings.demo()) {
            throw new IllegalStateException("The clock moves in the demo regime only");
        }
        offset = by;
    }
}
