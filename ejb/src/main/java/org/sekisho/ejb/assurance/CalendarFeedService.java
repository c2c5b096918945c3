package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sekisho.domain.assurance.calendar.CalendarEntries;
import org.sekisho.domain.assurance.calendar.CalendarFeed;
import org.sekisho.domain.assurance.calendar.CalendarFeeds;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.Entered;
import org.sekisho.domain.party.Entrance.FeedReader;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.party.signin.Credential;
import org.sekisho.domain.party.signin.Credentials;
import org.sekisho.domain.party.signin.SecondFactor;
import org.sekisho.domain.party.signin.SignInAttempts;
import org.sekisho.domain.party.signin.SignInThrottle;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.Authorisation;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** The audit calendar as a feed: one's own address of it, and the reading by whoever holds one. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class CalendarFeedService {

    private static final String READ = "audit:read";

    /** Guesses of addresses are counted beside failed sign-ins and apart: a forgotten program keeps nobody from signing in. */
    private static final String GUESSES = "calendar ";

    @Inject
    private CurrentAct act;

    @Inject
    private CalendarFeeds feeds;

    @Inject
    private CalendarEntries entries;

    @Inject
    private Entrance entrance;

    @Inject
    private Authorisation authorisation;

    @Inject
    private Credentials credentials;

    @Inject
    private SignInAttempts attempts;

    @Inject
    private Settings settings;

    /** The actor's address for the organisation for which they act; empty where they have none. */
    @Permission(value = READ, recorded = Recorded.UNDONE)
    public Optional<CalendarFeedView> feed() {
        Entered session = act.session().orElseThrow();
        Optional<Credential> credential = credentials.find(act.person());
        return current().map(feed -> {
            boolean settled = isSettled(act.actor(), session.secondFactorEnrolled(), feed.secondFactor());
            boolean outdated = feed.isOutdated(credential.flatMap(Credential::passwordChangedAt));
            return new CalendarFeedView(feed.madeAt(), feed.lastReadAt(), settled && !outdated);
        });
    }

    /** Makes an address in place of the one before; the token in it, which is told this once. */
    @Permission(READ)
    public String makeFeed() {
        current().ifPresent(before -> act.happened(before.revoke(act.now())));
        String token = Tokens.fresh();
        boolean secondFactor = act.session().filter(Entered::secondFactor).isPresent();
        CalendarFeed feed = new CalendarFeed(token, act.actor(), secondFactor, act.now());
        feeds.add(feed);
        act.happened(feed.made());
        act.about(CalendarFeed.KIND, feed.id());
        return token;
    }

    /**
     * Makes the address worthless at once.
     *
     * @throws Refusal with {@link SharedError#NOT_FOUND} when there is none
     */
    @Permission(READ)
    public void revokeFeed() {
        CalendarFeed feed = current().orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        act.happened(feed.revoke(act.now()));
    }

    /**
     * Reads by an address, as its person and with nothing but what they may see at this moment. An auditor's reading is an event once on
     * each day.
     *
     * @param token from the address; it may be anything
     * @throws Refusal with {@link AccountError#LINK_INVALID} for whatever opens nothing, which is counted;
     *     {@link AccountError#TOO_MANY_ATTEMPTS} after too many of these; {@link SharedError#NOT_PERMITTED} when the person may no longer read
     *     audits
     */
    @Permission(value = READ, beforeSignIn = true, recorded = Recorded.REFUSALS)
    public CalendarReading readFeed(String token) {
        byte[] hash = Tokens.hash(token);
        String source = GUESSES + Caller.current().address();
        SignInThrottle.requireAdmitted(attempts.failures(source, hash, act.now()), act.now());
        Optional<FeedReader> found = entrance.enterByCalendarFeed(hash, act.now());
        if (found.isEmpty()) {
            attempts.recordFailure(source, hash, act.now());
            act.refuseAndKeep(new Refusal(AccountError.LINK_INVALID));
            return new CalendarReading(Locale.ENGLISH, List.of());
        }
        FeedReader reader = found.get();
        act.continueAs(reader.actor());
        act.about(CalendarFeed.KIND, reader.feed());
        if (!mayRead(reader)) {
            throw Refusal.of(SharedError.NOT_PERMITTED, "permission", READ);
        }
        if (!reader.firstOfDay()) {
            act.toldBefore();
        }
        return new CalendarReading(Locale.forLanguageTag(reader.language()), entries.all());
    }

    /** What the choke point asks of whoever is signed in. */
    private boolean mayRead(FeedReader reader) {
        return isSettled(reader.actor(), reader.secondFactorEnrolled(), reader.secondFactor())
                && !reader.mustChangePassword()
                && authorisation.permits(reader.actor(), READ);
    }

    /** Whether an address owes no second factor: one that was made before it was enrolled does. */
    private boolean isSettled(Actor reader, boolean enrolled, boolean given) {
        return SecondFactor.of(reader.roles(), settings.demo(), enrolled, given).isSettled();
    }

    private Optional<CalendarFeed> current() {
        return feeds.current(act.person(), act.actor().organisation().orElseThrow());
    }
}
