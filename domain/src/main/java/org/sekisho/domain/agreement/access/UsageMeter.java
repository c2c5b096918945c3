package org.sekisho.domain.agreement.access;

import static org.sekisho.domain.shared.Checks.check;
import static org.sekisho.domain.shared.Checks.require;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.SharedError;

/**
 * Counts what everyone under one agreement uses of the model in a day. It is opened when the agreement first governs: an agreement
 * without a meter has no known usage, and so none is permitted.
 */
@Entity
@Table(name = "usage_meter")
public class UsageMeter {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreement;

    @Column(name = "counted_day", nullable = false)
    private LocalDate day;

    @Column(name = "requests", nullable = false)
    private long requests;

    @Column(name = "tokens", nullable = false)
    private long tokens;

    @SuppressWarnings("NullAway")
    protected UsageMeter() {}

    /** Opens the meter of an agreement at zero. */
    public UsageMeter(UUID agreement, Instant now) {
        this.id = Ids.next();
        this.agreement = require(agreement, "agreement");
        this.day = Days.of(now);
    }

    /**
     * Adds what was used. A new day in Tokyo begins at zero.
     *
     * @param moreRequests calls, 0 or more
     * @param moreTokens tokens sent and received, 0 or more
     */
    public void count(long moreRequests, long moreTokens, Instant now) {
        check(moreRequests >= 0, SharedError.MALFORMED, Map.of("field", "requests"));
        check(moreTokens >= 0, SharedError.MALFORMED, Map.of("field", "tokens"));
        UsageFacts before = usage(now);
        day = before.day().isAfter(day) ? before.day() : day;
        requests = Math.addExact(before.requests(), moreRequests);
        tokens = Math.addExact(before.tokens(), moreTokens);
    }

    /** What was used on the day of the instant. A clock that is put back to an earlier day doesn't begin at zero again. */
    public UsageFacts usage(Instant at) {
        LocalDate today = Days.of(at);
        return today.isAfter(day) ? new UsageFacts(today, 0, 0) : new UsageFacts(today, requests, tokens);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    public UUID agreement() {
        return agreement;
    }
}
