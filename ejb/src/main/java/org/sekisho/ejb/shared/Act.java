package org.sekisho.ejb.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Entrance.Entered;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Subject;
import org.sekisho.domain.trail.Outcome;
import org.sekisho.domain.trail.TrailEvent;

/** One run of a use case, from entering to its event. */
final class Act {

    private final String name;
    private final Instant now;
    private final List<DomainEvent> events = new ArrayList<>();
    private Actor actor = Actor.anonymous();
    private Optional<Entered> session = Optional.empty();
    private @Nullable Subject subject;
    private @Nullable Actor attributed;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private @Nullable Refusal kept;
    private boolean toldBefore;
    private @Nullable UUID agreement;

    Act(String name, Instant now, Optional<Subject> subject) {
        this.name = name;
        this.now = now;
        this.subject = subject.orElse(null);
    }

    String name() {
        return name;
    }

    Instant now() {
        return now;
    }

    Actor actor() {
        return actor;
    }

    Optional<Entered> session() {
        return session;
    }

    void entered(Entered entered) {
        actor = entered.actor();
        session = Optional.of(entered);
    }

    void entered(Actor named) {
        actor = named;
    }

    void happened(DomainEvent event) {
        events.add(event);
    }

    void about(Subject about) {
        subject = about;
    }

    void under(UUID known) {
        agreement = known;
    }

    void attributeTo(Actor person) {
        attributed = person;
    }

    void toldBefore() {
        toldBefore = true;
    }

    /** Whether another event told of the same reading. */
    boolean isToldBefore() {
        return toldBefore;
    }

    void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    /** What waits for the commit; it can't change what was committed, so each is to bear its own failures. */
    List<Runnable> afterCommit() {
        return List.copyOf(afterCommit);
    }

    void refuseAndKeep(Refusal refusal) {
        kept = refusal;
    }

    /** The refusal with which an act ends that is committed all the same. */
    Optional<Refusal> keptRefusal() {
        return Optional.ofNullable(kept);
    }

    /** The event of an act that is committed. */
    TrailEvent committed() {
        return kept == null ? done() : refused(kept);
    }

    private TrailEvent done() {
        SortedMap<String, Object> details = new TreeMap<>();
        SortedMap<String, String> personal = new TreeMap<>();
        for (DomainEvent event : events) {
            details.putAll(event.details());
            personal.putAll(event.personal());
        }
        if (!events.isEmpty()) {
            details.put(
                    TrailEvent.EVENTS, events.stream().map(DomainEvent::name).toList());
        }
        return event(Outcome.DONE, details, personal);
    }

    /** The event of a refusal: its code stands in it, its parameters only as commitments, since people may have typed them. */
    TrailEvent refused(Refusal refusal) {
        SortedMap<String, Object> details = new TreeMap<>();
        SortedMap<String, String> personal = new TreeMap<>();
        details.put("code", refusal.code().code());
        refusal.parameters().forEach((key, value) -> personal.put(key, String.valueOf(value)));
        return event(Outcome.REFUSED, details, personal);
    }

    /** The event of a failure: the kind of it, and nothing that a message might disclose. */
    TrailEvent failed(Throwable failure) {
        SortedMap<String, Object> details = new TreeMap<>();
        details.put("failure", failure.getClass().getName());
        return event(Outcome.FAILED, details, new TreeMap<>());
    }

    private TrailEvent event(Outcome outcome, SortedMap<String, Object> details, SortedMap<String, String> personal) {
        Actor who = attributed == null ? actor : attributed;
        Optional<Subject> about = Optional.ofNullable(subject);
        if (about.isEmpty() && !events.isEmpty()) {
            about = Optional.of(events.get(0).subject());
        }
        if (agreement != null) {
            details.putIfAbsent(TrailEvent.AGREEMENT, agreement.toString());
        }
        return TrailEvent.of(
                new TrailEvent.Draft(now, who.name(), who.organisation(), name, about, outcome, details, personal));
    }
}
