package org.sekisho.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps those who haven't signed in from filling the trail: of each address, so many refusals a minute become events; the surplus
 * is counted, and becomes one counted event a minute.
 */
@ApplicationScoped
public class RefusalLimiter {

    /** Enough for a person who mistypes, and for an office behind one address. */
    static final int EVENTS_PER_MINUTE = 30;
    /** Addresses remembered; the one seen longest ago goes first, so a flood of addresses can't fill the memory. */
    static final int ADDRESSES = 10_000;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true);
    private long surplus;

    /** Whether this refusal becomes an event of its own. */
    public synchronized boolean admits(String address, Instant now) {
        Window window = windows.get(address);
        if (window == null || !now.isBefore(window.began.plus(WINDOW)) || now.isBefore(window.began)) {
            window = new Window(now);
            windows.put(address, window);
            if (windows.size() > ADDRESSES) {
                windows.remove(windows.keySet().iterator().next());
            }
        }
        window.count++;
        if (window.count > EVENTS_PER_MINUTE) {
            surplus++;
            return false;
        }
        return true;
    }

    /** How many refusals were not admitted since this was last asked. */
    public synchronized long takeSurplus() {
        long taken = surplus;
        surplus = 0;
        return taken;
    }

    /** Counts once more what was taken and could not be told. */
    public synchronized void giveBack(long untold) {
        surplus += untold;
    }

    private static final class Window {
        private final Instant began;
        private int count;

        Window(Instant began) {
            this.began = began;
        }
    }
}
