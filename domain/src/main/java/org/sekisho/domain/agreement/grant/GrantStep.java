package org.sekisho.domain.agreement.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Ids;

/** One act in the history of a grant. Steps are added and never changed or taken away. */
@Entity
@Table(name = "grant_step")
public class GrantStep {

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "access_grant_id", nullable = false, updatable = false)
    private AccessGrant grant;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(name = "act", nullable = false, updatable = false)
    private GrantAct act;

    @Column(name = "actor_name", nullable = false, updatable = false)
    private String actorName;

    @Column(name = "person_id", updatable = false)
    private @Nullable UUID person;

    @Column(name = "organisation_id", updatable = false)
    private @Nullable UUID organisation;

    @Column(name = "done_at", nullable = false, updatable = false)
    private Instant doneAt;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @SuppressWarnings("NullAway")
    protected GrantStep() {}

    GrantStep(AccessGrant grant, int number, GrantAct act, Actor actor, String reason, Instant doneAt) {
        this.id = Ids.next();
        this.grant = grant;
        this.number = number;
        this.act = act;
        this.actorName = actor.name();
        this.person = actor.person().orElse(null);
        this.organisation = actor.organisation().orElse(null);
        this.doneAt = doneAt;
        this.reason = reason;
    }

    public UUID id() {
        return id;
    }

    /** The grant this is the history of. */
    public AccessGrant grant() {
        return grant;
    }

    /** One for the first step. */
    public int number() {
        return number;
    }

    public GrantAct act() {
        return act;
    }

    /** Who, as the trail writes it. */
    public String actorName() {
        return actorName;
    }

    /** The person who did it; absent where a job of the system did. */
    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    /** For which organisation. */
    public Optional<UUID> organisation() {
        return Optional.ofNullable(organisation);
    }

    public Instant doneAt() {
        return doneAt;
    }

    /** The words given with it; empty where none were asked for. */
    public String reason() {
        return reason;
    }
}
