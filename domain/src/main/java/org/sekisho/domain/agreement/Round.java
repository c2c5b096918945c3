package org.sekisho.domain.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time of a round of negotiation. It ends by itself at its end, and somebody may close it before. */
@Embeddable
public class Round {

    @Column(name = "round_opened_at")
    private Instant openedAt;

    @Column(name = "round_ends_at")
    private Instant endsAt;

    @Column(name = "round_closed_at")
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway")
    protected Round() {}

    Round(Instant endsAt, Instant now) {
        this.openedAt = now;
        this.endsAt = endsAt;
    }

    void extend(Instant until) {
        endsAt = until;
    }

    void close(Instant now) {
        closedAt = now;
    }

    /** Whether parties may still comment and propose. */
    public boolean isOpen(Instant now) {
        return closedAt == null && now.isBefore(endsAt);
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    /** When it was closed; empty while nobody has noted its end. */
    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
