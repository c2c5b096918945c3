package org.sekisho.domain.agreement.freeze;

import static org.sekisho.domain.shared.Checks.check;
import static org.sekisho.domain.shared.Checks.require;
import static org.sekisho.domain.shared.Checks.requireText;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;

/**
 * Stops at once whatever it names, by one person's act with a reason. It takes two people to lift: one of the secretariat or an
 * authority, and one of the organisation concerned, neither of them tied to a rival. Until the second has agreed it stops as before,
 * and it never runs out by itself.
 */
@Entity
@Table(name = "access_freeze") // FREEZE alone is a keyword of PostgreSQL
public class Freeze {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 1_000;

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(name = "scope", nullable = false, updatable = false)
    private FreezeKind kind;

    @Column(name = "target_id", updatable = false)
    private @Nullable UUID target;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private FreezeState state;

    @Column(name = "frozen_by_person_id", nullable = false, updatable = false)
    private UUID frozenBy;

    @Column(name = "frozen_by_organisation_id", nullable = false, updatable = false)
    private UUID frozenByOrganisation;

    @Column(name = "frozen_at", nullable = false, updatable = false)
    private Instant frozenAt;

    @Column(name = "lifted_at")
    private @Nullable Instant liftedAt;

    @OneToMany(mappedBy = "freeze", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("agreedAt")
    private List<FreezeLift> lifts = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected Freeze() {}

    /**
     * Freezes.
     *
     * @param concern whom the scope concerns, as it is now
     * @throws Refusal with a {@link FreezeError}
     */
    public Freeze(Actor actor, FreezeScope scope, String reason, FreezeConcern concern, Instant now) {
        check(FreezeRules.mayFreeze(actor, concern), FreezeError.NOT_ELIGIBLE);
        this.id = Ids.next();
        this.kind = scope.kind();
        this.target = scope.target().orElse(null);
        this.reason = requireText(reason, "reason", REASON_LIMIT);
        this.state = FreezeState.STANDING;
        this.frozenBy = actor.requirePerson();
        this.frozenByOrganisation = require(actor.organisation().orElse(null), "organisation");
        this.frozenAt = now;
    }

    /** That it was frozen, for the trail. */
    public DomainEvent frozen() {
        return event("freeze.imposed").personal("reason", reason).build();
    }

    /**
     * Agrees to lift. The first call records it, the second, by another person of the other side, lifts.
     *
     * @param concern whom the scope concerns, as it is now
     */
    public DomainEvent lift(Actor actor, String why, FreezeConcern concern, Instant now) {
        FreezeState next = state == FreezeState.STANDING ? FreezeState.LIFT_PROPOSED : FreezeState.LIFTED;
        state.requireBecomes(next, FreezeError.WRONG_STATE);
        LiftSide side =
                FreezeRules.sideOf(actor, scope(), concern).orElseThrow(() -> new Refusal(FreezeError.MAY_NOT_LIFT));
        UUID person = actor.requirePerson();
        for (FreezeLift first : lifts) {
            check(!first.person().equals(person), FreezeError.SAME_PERSON);
            check(first.side() != side, FreezeError.OTHER_SIDE_NEEDED, Map.of("side", side));
        }
        String words = requireText(why, "reason", REASON_LIMIT);
        UUID organisation = require(actor.organisation().orElse(null), "organisation");
        lifts.add(new FreezeLift(this, side, actor, organisation, words, now));
        state = next;
        if (next == FreezeState.LIFTED) {
            liftedAt = now;
        }
        String name = next == FreezeState.LIFTED ? "freeze.lifted" : "freeze.lift-proposed";
        return event(name)
                .with("side", side)
                .with("organisation", organisation)
                .personal("reason", words)
                .build();
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "freeze", id)
                .with("scope", kind)
                .with("target", target)
                .with("agreement", kind == FreezeKind.AGREEMENT ? target : null);
    }

    /** Whether it stops what it names. */
    public boolean stops() {
        return state.stops();
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    /** What it names. */
    public FreezeScope scope() {
        return new FreezeScope(kind, Optional.ofNullable(target));
    }

    public String reason() {
        return reason;
    }

    public FreezeState state() {
        return state;
    }

    public UUID frozenBy() {
        return frozenBy;
    }

    public UUID frozenByOrganisation() {
        return frozenByOrganisation;
    }

    public Instant frozenAt() {
        return frozenAt;
    }

    public Optional<Instant> liftedAt() {
        return Optional.ofNullable(liftedAt);
    }

    /** Who agreed to lift it, in order. */
    public List<FreezeLift> lifts() {
        return Collections.unmodifiableList(lifts);
    }
}
