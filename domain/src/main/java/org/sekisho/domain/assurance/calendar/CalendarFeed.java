package org.sekisho.domain.assurance.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * An address from which calendar programs read what is due, without a sign-in, as the person who made it and for the organisation
 * for which they made it. Whoever holds the address reads; only the hash of its token is stored. It opens until its person revokes
 * or replaces it, and no longer than the password lasts that was in use when it was made.
 */
@Entity
@Table(name = "calendar_feed")
public class CalendarFeed {

    /** The word for it in the trail. */
    public static final String KIND = "calendar-feed";

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "token_hash", nullable = false, updatable = false)
    private byte[] tokenHash;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "second_factor", nullable = false, updatable = false)
    private boolean secondFactor;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    /** Marked by the database when the address is resolved; nobody acts yet at that moment. */
    @Column(name = "last_read_at", insertable = false, updatable = false)
    private @Nullable Instant lastReadAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway")
    protected CalendarFeed() {}

    /**
     * Makes an address for the actor. The caller revokes the one before.
     *
     * @param token from {@link Tokens#fresh()}; it is told once and then forgotten
     * @param actor a person, for the organisation for which they act
     * @param secondFactor whether the session in which it is made has proved a second factor: reading by it counts as much
     */
    public CalendarFeed(String token, Actor actor, boolean secondFactor, Instant now) {
        this.id = Ids.next();
        this.tokenHash = Tokens.hash(token);
        this.person = actor.requirePerson();
        this.organisation = actor.organisation().orElseThrow();
        this.secondFactor = secondFactor;
        this.madeAt = now;
    }

    /** That it was made, for the trail. */
    public DomainEvent made() {
        return event("calendar-feed.made");
    }

    /** Makes the address worthless at once; one that was revoked before stays as it is. */
    public DomainEvent revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
        return event("calendar-feed.revoked");
    }

    /** Whether the password was changed since: then it opens nothing, as no session does that was begun before. */
    public boolean isOutdated(Optional<Instant> passwordChangedAt) {
        return passwordChangedAt.filter(changed -> changed.isAfter(madeAt)).isPresent();
    }

    private DomainEvent event(String name) {
        return DomainEvent.of(name, KIND, id)
                .with("person", person)
                .with("organisation", organisation)
                .build();
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int rowVersion() {
        return rowVersion;
    }

    /** SHA-256 of the token. */
    public byte[] tokenHash() {
        return tokenHash.clone();
    }

    public UUID person() {
        return person;
    }

    /** For which organisation the person acts through it. */
    public UUID organisation() {
        return organisation;
    }

    /** Whether it was made in a session that had proved a second factor. */
    public boolean secondFactor() {
        return secondFactor;
    }

    public Instant madeAt() {
        return madeAt;
    }

    /** When it was read last, within some minutes; empty before the first time. */
    public Optional<Instant> lastReadAt() {
        return Optional.ofNullable(lastReadAt);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }
}
