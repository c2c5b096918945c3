package org.sekisho.domain.report.review;

import java.util.Map;
import java.util.UUID;

/**
 * How those who hold the places of a stage stand today, as far as who asks may know. The domain decides what follows from it.
 *
 * @param bySeat by the place; whoever isn't named is here
 */
public record Attendance(Map<UUID, Presence> bySeat) {

    /** Everybody is where their work is. */
    public static final Attendance COMPLETE = new Attendance(Map.of());

    public Attendance {
        bySeat = Map.copyOf(bySeat);
    }

    Presence of(Seat seat) {
        return bySeat.getOrDefault(seat.id(), Presence.HERE);
    }
}
