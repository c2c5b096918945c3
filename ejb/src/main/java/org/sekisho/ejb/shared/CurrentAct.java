package org.sekisho.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Entrance.Entered;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Subject;

/** What the running use case knows of itself: who acts, when, and what happened so far. */
@ApplicationScoped
public class CurrentAct {

    private static final ThreadLocal<Act> RUNNING = new ThreadLocal<>();

    /** Who acts. */
    public Actor actor() {
        return running().actor();
    }

    /** The person who acts; use cases for jobs never ask. */
    public UUID person() {
        return actor().requirePerson();
    }

    /** The instant of this act: every row and event of it carries the same. */
    public Instant now() {
        return running().now();
    }

    /** The sign-in session, where a person acts. */
    public Optional<Entered> session() {
        return running().session();
    }

    /** Takes what a verb of the domain did into the trail. */
    public void happened(DomainEvent event) {
        running().happened(event);
    }

    /** Names the subject where neither a parameter nor an event of the domain does. */
    public void about(String kind, UUID id) {
        running().about(new Subject(kind, id));
    }

    /** Names the agreement under which the act is done, for events of the domain that don't know it; who audits it finds the act by that. */
    public void under(UUID agreement) {
        running().under(agreement);
    }

    /** Attributes the act to a person who became known in its course: a sign-in's. */
    public void attributeTo(Actor actor) {
        running().attributeTo(actor);
    }

    /**
     * Goes on as a person whom something else than a session has named, after the database was told the same. From now on the act is
     * theirs, an auditor's reading included.
     */
    public void continueAs(Actor person) {
        running().entered(person);
    }

    /**
     * Says that the same reading was told not long ago: a program that asks again and again isn't an event each time. Refusals and failures
     * are told all the same.
     */
    public void toldBefore() {
        running().toldBefore();
    }

    /**
     * Refuses, but keeps what was done so far: a failed attempt has to be counted. The refusal is thrown by the choke point after
     * the commit; the use case returns at once with whatever it likes.
     */
    public void refuseAndKeep(Refusal refusal) {
        running().refuseAndKeep(refusal);
    }

    /**
     * Does something when the act has committed, and not at all when it hasn't: what reaches beyond the database. It runs after the
     * use case has ended, before its answer is given; a failure of it is logged and changes nothing.
     */
    public void afterCommit(Runnable work) {
        running().afterCommit(work);
    }

    static void begin(Act act) {
        if (RUNNING.get() != null) {
            throw new IllegalStateException("A use case was called from within another: " + act.name());
        }
        RUNNING.set(act);
    }

    static void end() {
        RUNNING.remove();
    }

    private static Act running() {
        @Nullable Act act = RUNNING.get();
        if (act == null) {
            throw new IllegalStateException("No use case is running in this thread");
        }
        return act;
    }
}
