package org.sekisho.domain.assurance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;

/** What an auditor decided last about what an organisation handed in. */
@Embeddable
public class Judgement {

    /** The most characters of the reason of a return. */
    public static final int REASON_LIMIT = 1_000;

    @Column(name = "judged_by_person_id")
    private @Nullable UUID by;

    @Column(name = "judged_at")
    private @Nullable Instant at;

    @Column(name = "return_reason", nullable = false)
    private String returnReason = "";

    protected Judgement() {}

    private Judgement(Actor actor, String returnReason, Instant now) {
        this.by = actor.requirePerson();
        this.at = now;
        this.returnReason = returnReason;
    }

    /** Nobody has decided yet. */
    public static Judgement pending() {
        return new Judgement();
    }

    public static Judgement acceptance(Actor actor, Instant now) {
        return new Judgement(actor, "", now);
    }

    /** @param reason what is missing or wrong; it has to be there */
    public static Judgement giveBack(Actor actor, String reason, Instant now) {
        return new Judgement(actor, Checks.requireText(reason, "reason", REASON_LIMIT), now);
    }

    /** Takes back what was asked for; why an earlier answer was returned stays on record. */
    public Judgement takenBack(Actor actor, Instant now) {
        return new Judgement(actor, returnReason, now);
    }

    /** The auditor who accepted or returned it, or took back what was asked for. */
    public Optional<UUID> by() {
        return Optional.ofNullable(by);
    }

    public Optional<Instant> at() {
        return Optional.ofNullable(at);
    }

    /** Why it was returned; empty otherwise. */
    public String returnReason() {
        return returnReason;
    }
}
