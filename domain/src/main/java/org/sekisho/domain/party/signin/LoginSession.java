package org.sekisho.domain.party.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * Somebody is signed in. The session is a row, named by a random token of which only the hash is stored: it survives a node's
 * death, and what ends it takes effect on every node at the next request. It ends when nothing is asked for half an hour, and after
 * half a day in any case. A token never outlives a change of what the session may do.
 */
@Entity
@Table(name = "login_session")
public class LoginSession {

    /** A session ends when nothing was asked for so long. */
    public static final Duration IDLE_LIMIT = Duration.ofMinutes(30);
    /** A session ends so long after sign-in, whatever is asked. */
    public static final Duration ABSOLUTE_LIMIT = Duration.ofHours(12);
    /** How exactly the last request is remembered; a row isn't written at every request. */
    public static final Duration SEEN_STEP = Duration.ofMinutes(1);
    /** The most characters kept of what a browser calls itself. */
    public static final int USER_AGENT_LIMIT = 300;

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "token_hash", nullable = false, updatable = false)
    private byte[] tokenHash;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private SessionKind kind;

    @Column(name = "second_factor", nullable = false, updatable = false)
    private boolean secondFactor;

    @Column(name = "address", nullable = false, updatable = false)
    private String address;

    @Column(name = "user_agent", nullable = false, updatable = false)
    private String userAgent;

    @Column(name = "signed_in_at", nullable = false, updatable = false)
    private Instant signedInAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "last_seen_at", nullable = false)
    private Instant lastSeenAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_because")
    private @Nullable SessionEnd endedBecause;

    @SuppressWarnings("NullAway")
    protected LoginSession() {}

    private LoginSession(
            String token,
            UUID person,
            UUID organisation,
            SessionKind kind,
            boolean secondFactor,
            Client client,
            Instant signedInAt) {
        this.id = Ids.next();
        this.tokenHash = Tokens.hash(token);
        this.person = person;
        this.organisation = organisation;
        this.kind = kind;
        this.secondFactor = secondFactor;
        this.address = client.address();
        this.userAgent = client.userAgent();
        this.signedInAt = signedInAt;
        this.expiresAt = signedInAt.plus(ABSOLUTE_LIMIT);
        this.lastSeenAt = signedInAt;
    }

    /**
     * Starts a session for the home organisation. The token must be new: none that the client brought is ever taken.
     *
     * @param token from {@link Tokens#fresh()}
     * @param secondFactor whether a one-time code was given too
     */
    public static LoginSession start(
            String token, Person person, SessionKind kind, boolean secondFactor, Client client, Instant now) {
        return new LoginSession(token, person.id(), person.home(), kind, secondFactor, client, now);
    }

    /** That somebody signed in, for the trail. */
    public DomainEvent started() {
        return event("session.started")
                .with("kind", kind)
                .with("secondFactor", String.valueOf(secondFactor))
                .personal("address", address)
                .personal("userAgent", userAgent)
                .build();
    }

    /** Puts a session with a new token in the place of this one, because a second factor was given. The time limit stays. */
    public LoginSession withSecondFactor(String token, Instant now) {
        return rotate(token, organisation, true, now);
    }

    /**
     * Puts a session with a new token in the place of this one, in which the person acts for another of their organisations. Away
     * from home that takes a role in effect there, which the host's administrator confirmed: being entered as its secondee isn't
     * enough to stand among its people.
     *
     * @param holdsRoleThere whether a role of the person at the chosen organisation is in effect
     * @throws org.sekisho.domain.shared.Refusal with {@link AccountError#ORGANISATION_NOT_OWN}
     */
    public LoginSession actingFor(String token, UUID chosen, boolean holdsRoleThere, Person whose, Instant now) {
        if (!whose.id().equals(person)) {
            throw new IllegalArgumentException("Not the person of session " + id);
        }
        boolean belongs = whose.affiliations().current(Days.of(now)).contains(chosen);
        boolean own = chosen.equals(whose.home()) || (belongs && holdsRoleThere);
        Checks.check(own, AccountError.ORGANISATION_NOT_OWN);
        return rotate(token, chosen, secondFactor, now);
    }

    private LoginSession rotate(String token, UUID chosen, boolean factor, Instant now) {
        requireLive(now);
        LoginSession next =
                new LoginSession(token, person, chosen, kind, factor, new Client(address, userAgent), signedInAt);
        next.lastSeenAt = now;
        endedAt = now;
        endedBecause = SessionEnd.ROTATED;
        return next;
    }

    /** Remembers that something was asked for; true when the row changed. */
    public boolean seen(Instant now) {
        requireLive(now);
        if (now.isBefore(lastSeenAt.plus(SEEN_STEP))) {
            return false;
        }
        lastSeenAt = now;
        return true;
    }

    /** Ends the session; one that has ended stays as it ended, and gives no event. */
    public Optional<DomainEvent> end(SessionEnd because, Instant now) {
        if (endedAt != null) {
            return Optional.empty();
        }
        endedAt = now;
        endedBecause = because;
        return Optional.of(event("session.ended").with("because", because).build());
    }

    /** Whether the session still opens anything. */
    public boolean isLive(Instant now) {
        return endedAt == null && now.isBefore(deadline());
    }

    /** When the session ends if nothing more is asked for. */
    public Instant deadline() {
        Instant idle = lastSeenAt.plus(IDLE_LIMIT);
        return idle.isBefore(expiresAt) ? idle : expiresAt;
    }

    /** What to write down when the session is found past its {@link #deadline()}. */
    public SessionEnd lapse() {
        return deadline().isBefore(expiresAt) ? SessionEnd.IDLE : SessionEnd.EXPIRED;
    }

    private void requireLive(Instant now) {
        Checks.check(isLive(now), AccountError.SESSION_ENDED);
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "session", id).with("person", person).with("organisation", organisation);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    /** SHA-256 of the token. */
    public byte[] tokenHash() {
        return tokenHash.clone();
    }

    public UUID person() {
        return person;
    }

    /** For which organisation the person acts. */
    public UUID organisation() {
        return organisation;
    }

    public SessionKind kind() {
        return kind;
    }

    /** Whether a one-time code was given. */
    public boolean secondFactor() {
        return secondFactor;
    }

    /** The client's address at sign-in. */
    public String address() {
        return address;
    }

    /** What the browser called itself at sign-in. */
    public String userAgent() {
        return userAgent;
    }

    public Instant signedInAt() {
        return signedInAt;
    }

    /** When the session ends in any case. */
    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<SessionEnd> endedBecause() {
        return Optional.ofNullable(endedBecause);
    }
}
