package org.sekisho.domain.assurance.pack;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.shared.Checks;

/**
 * Which node builds a pack, and until when it may without saying so again. Every taking has a number that only grows: a node that
 * slept through its lease comes with an old one and is refused, so that two never build the same pack to its end.
 */
@Embeddable
public class Lease {

    /** So often a pack is taken up; one that kills every node that builds it has failed. */
    public static final int MOST_ATTEMPTS = 5;
    /** The most characters of a node's name. */
    public static final int NODE_LIMIT = 100;

    @Column(name = "attempt", nullable = false)
    private int attempt;

    @Column(name = "attempt_limit", nullable = false)
    private int limit = MOST_ATTEMPTS;

    @Column(name = "lease_node")
    private @Nullable String node;

    @Column(name = "lease_until")
    private @Nullable Instant until;

    @Column(name = "begun_at")
    private @Nullable Instant begunAt;

    protected Lease() {}

    static Lease untaken() {
        return new Lease();
    }

    void take(String by, Instant runsOut, Instant now) {
        Checks.check(isOver(now), AssuranceError.PACK_LEASE_LOST);
        Checks.check(!isUsedUp(), AssuranceError.PACK_ATTEMPTS_USED, Map.of("most", MOST_ATTEMPTS));
        attempt++;
        node = Checks.requireText(by, "node", NODE_LIMIT);
        until = runsOut;
        begunAt = now;
    }

    void requireHolder(int claimed) {
        Checks.check(node != null && claimed == attempt, AssuranceError.PACK_LEASE_LOST);
    }

    void extend(Instant runsOut) {
        until = runsOut;
    }

    void giveUp() {
        node = null;
        until = null;
    }

    /** Allows as many attempts again; the numbers go on, so that nobody from before is let in. */
    void allowMore() {
        limit = attempt + MOST_ATTEMPTS;
    }

    /** Whether it isn't taken again. */
    public boolean isUsedUp() {
        return attempt >= limit;
    }

    /** Whether nobody holds it. */
    boolean isOver(Instant now) {
        return until == null || !now.isBefore(until);
    }

    /** The number of the last taking; 0 before the first. */
    public int attempt() {
        return attempt;
    }

    public Optional<String> node() {
        return Optional.ofNullable(node);
    }

    /** From then on another node may take it. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /** When the last taking was. */
    public Optional<Instant> begunAt() {
        return Optional.ofNullable(begunAt);
    }
}
