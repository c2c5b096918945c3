package org.sekisho.domain.report.review;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;

/**
 * Whose work the stage is that decides now. It has as many places as its quorum needs votes; who holds one has passed the checks of a
 * voter, and whoever votes without one takes a free one, as if they had claimed it: so nobody learns from the places who has voted. Once the clock has run out, places keep nobody from voting any more; nor
 * does the place of somebody who has left.
 */
public final class Work {

    private final ReviewChain chain;
    private final List<Seat> seats;

    Work(ReviewChain chain, List<Seat> seats) {
        this.chain = chain;
        this.seats = seats;
    }

    /**
     * Frees the places of those who have left: before somebody else takes one or votes.
     *
     * @return what the trail says of it; empty where nobody has left
     */
    public Optional<DomainEvent> vacate(Attendance attendance, Instant now) {
        Optional<ReviewStage> open = chain.openStage();
        List<Seat> left = open.stream()
                .flatMap(stage -> holders(stage).stream())
                .filter(seat -> attendance.of(seat) == Presence.LEFT)
                .toList();
        if (open.isEmpty() || left.isEmpty()) {
            return Optional.empty();
        }
        left.forEach(seat -> seat.end(Seat.End.LEFT, now));
        return Optional.of(chain.stageEvent("review.vacated", open.get())
                .with(
                        "people",
                        left.stream().map(seat -> seat.person().toString()).toList())
                .build());
    }

    /** Takes a free place for oneself. */
    public DomainEvent claim(Reviewer reviewer, Instant now) {
        ReviewStage stage = chain.requireOpenStage();
        ReviewRules.require(reviewer, chain, stage);
        Checks.check(held(reviewer.person(), stage).isEmpty(), ReportError.CLAIMED_ALREADY);
        Checks.check(free(stage) > 0, ReportError.STAGE_TAKEN);
        seats.add(new Seat(stage, reviewer, Seat.Origin.CLAIMED, reviewer.person(), now));
        return event("review.claimed", stage, reviewer.person());
    }

    /** Gives one's place back. */
    public DomainEvent release(Actor actor, Instant now) {
        ReviewStage stage = chain.requireOpenStage();
        requireHeld(actor.requirePerson(), stage).end(Seat.End.RELEASED, now);
        return event("review.released", stage, actor.requirePerson());
    }

    /** Gives one's place to somebody else, who passes the same checks, hasn't voted and is there. */
    public DomainEvent delegate(Actor actor, Reviewer to, Instant now) {
        return pass(actor, actor.requirePerson(), to, Seat.Origin.DELEGATED, now);
    }

    /**
     * Gives somebody's place to somebody else: ahead of a move by the holder or the CISO of the place's organisation; during an absence, and
     * when the holder has left, by every reviewer of that organisation and side. An authority has no CISO: there a colleague puts the
     * absence on file first.
     *
     * @param holder whose place it is, wherever they are by now
     */
    public DomainEvent handOver(Reviewer actor, UUID holder, Attendance attendance, Reviewer to, Instant now) {
        ReviewStage stage = chain.requireOpenStage();
        // Also a place from which somebody voted: who may not hand it over isn't told that they did.
        Seat place = taken(stage)
                .filter(seat -> seat.person().equals(holder))
                .findFirst()
                .orElseThrow(() -> new Refusal(ReportError.NOT_CLAIMED));
        boolean self = actor.person().equals(holder);
        boolean same = actor.organisation().equals(place.organisation());
        boolean ciso = same && actor.actor().holds(Role.CISO);
        boolean colleague = same
                && attendance.of(place) != Presence.HERE
                && ReviewRules.isOfSide(actor.actor(), chain, stage.side());
        Checks.check(self || ciso || colleague, ReportError.HAND_OVER_OF_OTHERS);
        return pass(actor.actor(), holder, to, Seat.Origin.HANDED_OVER, now);
    }

    /** Gives a free place to somebody of the same organisation, who passes the same checks and is there. */
    public DomainEvent assign(Actor actor, Reviewer to, Instant now) {
        ReviewStage stage = chain.requireOpenStage();
        boolean own = ReviewRules.isOfSide(actor, chain, stage.side()) && actor.isOf(to.organisation());
        Checks.check(own, ReportError.REVIEWER_OF_OTHER_SIDE);
        Checks.check(!to.absent(), ReportError.REVIEWER_ABSENT);
        requireWithoutPlace(to, stage);
        ReviewRules.require(to, chain, stage);
        Checks.check(free(stage) > 0, ReportError.STAGE_TAKEN);
        seats.add(new Seat(stage, to, Seat.Origin.ASSIGNED, actor.requirePerson(), now));
        return event("review.assigned", stage, to.person());
    }

    /**
     * What this person may do about the work now. Of an open stage they know their own vote only, so that more may be offered than is
     * granted in the end.
     *
     * @param attendance of those who hold places
     */
    public Set<WorkAct> offers(Reviewer who, Attendance attendance) {
        Set<WorkAct> acts = EnumSet.noneOf(WorkAct.class);
        Optional<ReviewStage> open = chain.openStage();
        if (open.isEmpty()
                || !ReviewRules.isOfSide(who.actor(), chain, open.get().side())) {
            return acts;
        }
        ReviewStage stage = open.get();
        boolean holds = held(who.person(), stage).isPresent();
        if (holds) {
            acts.addAll(EnumSet.of(WorkAct.RELEASE, WorkAct.DELEGATE, WorkAct.HAND_OVER));
        } else if (knownFree(stage, attendance) > 0 && chain.refusalOf(who).isEmpty()) {
            acts.add(WorkAct.CLAIM);
        }
        if (knownFree(stage, attendance) > 0) {
            acts.add(WorkAct.ASSIGN);
        }
        boolean ciso = who.actor().holds(Role.CISO);
        if (inCharge(stage).stream()
                .filter(seat -> seat.organisation().equals(who.organisation()))
                .anyMatch(seat -> ciso || attendance.of(seat) != Presence.HERE)) {
            acts.add(WorkAct.HAND_OVER);
        }
        return acts;
    }

    private DomainEvent pass(Actor actor, UUID holder, Reviewer to, Seat.Origin how, Instant now) {
        ReviewStage stage = chain.requireOpenStage();
        Seat seat = requireHeld(holder, stage);
        Checks.check(!to.absent(), ReportError.REVIEWER_ABSENT);
        Checks.check(seat.organisation().equals(to.organisation()), ReportError.REVIEWER_OF_OTHER_SIDE);
        requireWithoutPlace(to, stage);
        ReviewRules.require(to, chain, stage);
        boolean delegated = how == Seat.Origin.DELEGATED;
        seat.end(delegated ? Seat.End.DELEGATED : Seat.End.HANDED_OVER, now);
        seats.add(new Seat(stage, to, how, actor.requirePerson(), now));
        return event(delegated ? "review.delegated" : "review.handed-over", stage, to.person());
    }

    void endWithVote(Reviewer voter, ReviewStage stage, Instant now) {
        Optional<Seat> own = held(voter.person(), stage);
        Checks.check(own.isPresent() || free(stage) > 0 || stage.isPastClock(now), ReportError.STAGE_TAKEN);
        Seat place = own.orElseGet(() -> {
            Seat taken = new Seat(stage, voter, Seat.Origin.CLAIMED, voter.person(), now);
            seats.add(taken);
            return taken;
        });
        place.end(Seat.End.VOTED, now);
    }

    /** Ahead of the rules for voters, and of whoever voted too: that somebody did isn't told by what they can't be given. */
    private void requireWithoutPlace(Reviewer to, ReviewStage stage) {
        Checks.check(taken(stage).noneMatch(seat -> seat.person().equals(to.person())), ReportError.CLAIMED_ALREADY);
    }

    void closeSeats(ReviewStage stage, Instant now) {
        holders(stage).forEach(seat -> seat.end(Seat.End.CLOSED, now));
    }

    /** The places that are held in the stage. */
    public List<Seat> holders(ReviewStage stage) {
        return seats.stream().filter(seat -> seat.isHeldIn(stage)).toList();
    }

    /**
     * Who holds a place of the stage while it decides, or held one until their vote: a place that went with a vote would tell the others
     * that it was cast.
     */
    public List<Seat> inCharge(ReviewStage stage) {
        return stage.state() == StageState.OPEN ? taken(stage).toList() : List.of();
    }

    private Stream<Seat> taken(ReviewStage stage) {
        return seats.stream().filter(seat -> seat.isHeldIn(stage) || seat.isVotedFromIn(stage));
    }

    /** Places that nobody who is still there is known to have taken: of the votes those count that were cast without a place. */
    private long knownFree(ReviewStage stage, Attendance attendance) {
        Set<UUID> shown = inCharge(stage).stream()
                .filter(seat -> attendance.of(seat) != Presence.LEFT)
                .map(Seat::person)
                .collect(Collectors.toUnmodifiableSet());
        long silent = chain.cast().in(stage).stream()
                .filter(vote -> !shown.contains(vote.person()))
                .count();
        return stage.quorum() - shown.size() - silent;
    }

    private long free(ReviewStage stage) {
        return stage.quorum() - holders(stage).size() - chain.cast().in(stage).size();
    }

    private Optional<Seat> held(UUID person, ReviewStage stage) {
        return holders(stage).stream()
                .filter(seat -> seat.person().equals(person))
                .findFirst();
    }

    private Seat requireHeld(UUID person, ReviewStage stage) {
        return held(person, stage).orElseThrow(() -> new Refusal(ReportError.NOT_CLAIMED));
    }

    private DomainEvent event(String name, ReviewStage stage, UUID person) {
        return chain.stageEvent(name, stage).with("person", person).build();
    }
}
