package org.sekisho.domain.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The clock of the portal: the machine's, moved by an offset that only the demo regime ever sets. It is the one place that reads
 * the machine's time; everything else is handed a {@link Clock} or an {@link Instant}.
 */
public final class ClockOffset extends Clock {

    private final Clock base;
    private final Supplier<Duration> offset;

    /** @param offset asked at every reading; zero outside the demo regime */
    public ClockOffset(Supplier<Duration> offset) {
        this(Clock.systemUTC(), offset);
    }

    private ClockOffset(Clock base, Supplier<Duration> offset) {
        this.base = base;
        this.offset = offset;
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ClockOffset(base.withZone(zone), offset);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }
}
