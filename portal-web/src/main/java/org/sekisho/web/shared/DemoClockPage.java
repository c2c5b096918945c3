package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.demo.DemoService;
import org.sekisho.ejb.shared.Surroundings;

/** Sets the clock of the demo, to show what falls due and what lapses. */
@Named
@RequestScoped
public class DemoClockPage {

    private static final String DAYS = "days";

    @Inject
    private DemoService demo;

    @Inject
    private Surroundings surroundings;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Notices notices;

    @Inject
    private Moments moments;

    @Inject
    private Me me;

    private @Nullable Integer days = 1;

    /** There is no such page outside the demo, nor for people who may not move its clock. */
    public void open() {
        if (!isOffered()) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
    }

    /** Whether the banner leads here. */
    public boolean isOffered() {
        return settings.demo() && me.can("clock:move");
    }

    public boolean isMoved() {
        return !surroundings.clockOffset().isZero();
    }

    /** What the clock of the demo shows. */
    public Instant getShown() {
        return clock.instant();
    }

    /** What a clock on the wall shows. */
    public Instant getReal() {
        return clock.instant().minus(surroundings.clockOffset());
    }

    public void forwards() {
        move(1);
    }

    public void backwards() {
        move(-1);
    }

    public void backToNow() {
        set(Duration.ZERO);
    }

    private void move(int direction) {
        Integer given = days;
        if (given == null || given < 1) {
            notices.wrong(DAYS, "demo-clock.days-wrong");
            return;
        }
        Duration offset = surroundings.clockOffset().plus(Duration.ofDays((long) direction * given));
        if (offset.abs().compareTo(DemoService.FARTHEST) > 0) {
            notices.wrong(DAYS, "demo-clock.days-too-far");
            return;
        }
        set(offset);
    }

    private void set(Duration offset) {
        demo.moveClock(offset);
        notices.done("demo-clock.done", Map.of("now", moments.time(clock.instant())));
        notices.leadTo("/demo-clock");
    }

    public @Nullable Integer getDays() {
        return days;
    }

    public void setDays(@Nullable Integer days) {
        this.days = days;
    }
}
