package org.sekisho.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps those who haven't signed in from filling the trail: of each address, and of each account whatever the address, so many
 * refusals a minute become events; the surplus is counted, and becomes one counted event a minute.
 */
@ApplicationScoped
public class RefusalLimiter {

    /** Enough for a person who mistypes, and for an office behind one address. */
    static final int EVENTS_PER_MINUTE = 30;
    /** Addresses and accounts remembered; the one seen longest ago goes first, so a flood of them can't fill the memory. */
    static final int REMEMBERED = 10_000;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true);
    private long surplus;

    /**
     * Whether this refusal becomes an event of its own.
     *
     * @param account whose sign-in was tried, where it is somebody's
     */
    public synchronized boolean admits(String address, Optional<UUID> account, Instant now) {
        boolean admitted = counts(address, now);
        if (account.isPresent()) {
            admitted &= counts(account.get().toString(), now);
        }
        if (!admitted) {
            surplus++;
        }
        return admitted;
    }

    private boolean counts(String source, Instant now) {
        Window window = windows.get(source);
        if (window == null || !now.isBefore(window.began.plus(WINDOW)) || now.isBefore(window.began)) {
            window = new Window(now);
            windows.put(source, window);
            if (windows.size() > REMEMBERED) {
                windows.remove(windows.keySet().iterator().next());
            }
        }
        window.count++;
        return window.count <= EVENTS_PER_MINUTE;
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
