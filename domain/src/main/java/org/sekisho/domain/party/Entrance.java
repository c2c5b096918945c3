package org.sekisho.domain.party;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.sekisho.domain.party.signin.SessionKind;

/**
 * Tells the database who acts in the running transaction. Until one of these methods was called, row-level security shows
 * nothing; when the transaction ends, the actor is forgotten.
 */
public interface Entrance {

    /**
     * Resolves a sign-in session and sets its person as the actor.
     *
     * @param sessionHash SHA-256 of the cookie's or bearer token's bytes
     * @return empty when there is no such session, or it has ended, run out, or been revoked, or its person is not active
     */
    Optional<Entered> enter(byte[] sessionHash, Instant now);

    /**
     * Resolves the address of a calendar feed and sets its person as the actor, with the roles and the reach that they have at this
     * moment. Reading by such an address is all that a use case may let them do.
     *
     * @param tokenHash SHA-256 of the token in the address
     * @return empty when there is no such address, or it was revoked, or the password has been changed since it was made, or its
     *     person is not active
     */
    Optional<FeedReader> enterByCalendarFeed(byte[] tokenHash, Instant now);

    /** Sets a job of the system as the actor. */
    void enter(SystemJob job);

    /**
     * Reads with the reach of the access decision, then goes back to the actor.
     * Facts of a decision are never read with the reach of the one who asks.
     */
    <T> T withReachOf(SystemReach reach, Supplier<T> reading);

    /**
     * Makes everything that the transaction reads come from one snapshot of the database. Must come before anything else in the
     * transaction, the actor included.
     */
    void holdSnapshot();

    /** Reaches that a use case may borrow for reading facts; each is limited to what its name says. */
    enum SystemReach {
        ACCESS_DECISION,
        CONFLICT_CHECK,
        /** Acts of others on what the actor may read. */
        TIMELINE,
        /** The records of one engagement's agreement and period, for its evidence packs. */
        PACK_COLLECTION,
        /** Who viewed what in one engagement. */
        ACCESS_LOG,
        /** Which sealed files rows of any organisation name. */
        CONTENT_NAMES,
        /** What an import of the actor's organisation staged before it broke off, to take it away. */
        IMPORT_REMAINS,
        /** The votes of a stage that is open, for counting them. */
        REVIEW_DECISION,
        /** Names of people who appear in records that the actor sees. */
        NAMES
    }

    /**
     * A resolved session.
     *
     * @param session the row of the session
     * @param secondFactor whether the person proved a second factor in this session
     * @param secondFactorEnrolled whether the person has one
     * @param mustChangePassword whether nothing else may be done before the password is changed
     * @param language {@code en} or {@code ja}
     */
    record Entered(
            Actor actor,
            UUID session,
            SessionKind kind,
            boolean secondFactor,
            boolean secondFactorEnrolled,
            boolean mustChangePassword,
            String language) {}

    /**
     * Whoever reads by the address of a calendar feed.
     *
     * @param feed the row of the feed
     * @param secondFactor whether a second factor was proved in the session in which the address was made
     * @param secondFactorEnrolled whether the person has one
     * @param mustChangePassword whether nothing may be done before the password is changed
     * @param language {@code en} or {@code ja}
     * @param firstOfDay whether nothing was read by it earlier on this day, in Tokyo: later readings aren't told
     */
    record FeedReader(
            Actor actor,
            UUID feed,
            boolean secondFactor,
            boolean secondFactorEnrolled,
            boolean mustChangePassword,
            String language,
            boolean firstOfDay) {}
}
