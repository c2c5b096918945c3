package org.sekisho.domain.party.role;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;

/** Who declined, withdrew or ended a role, and why. */
@Embeddable
public class Closing {

    @Column(name = "closed_by")
    private @Nullable String by;

    @Column(name = "closed_at")
    private @Nullable Instant at;

    @Column(name = "closed_reason", nullable = false)
    private String reason = "";

    protected Closing() {}

    Closing(Actor by, String reason, Instant now) {
        this.by = by.name();
        this.at = now;
        this.reason = reason;
    }

    static Closing none() {
        return new Closing();
    }

    /** Who did it, as the trail writes it; empty while the role is open. */
    public Optional<String> by() {
        return Optional.ofNullable(by);
    }

    public Optional<Instant> at() {
        return Optional.ofNullable(at);
    }

    /** Empty while the role is open. */
    public String reason() {
        return reason;
    }
}
