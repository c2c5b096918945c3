package org.sekisho.domain.report.embargo;

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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.Sides;
import org.sekisho.domain.report.review.Ballot;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.Vault;

/**
 * Until when a report isn't made known. Its organisation proposes it; each participant agrees for itself, to a moment. Whoever hasn't agreed to
 * the present end gets no rendering of the report before it.
 */
@Entity
@Table(name = "embargo")
public class Embargo {

    /** The word for it in the trail. */
    public static final String KIND = "embargo";

    /** The longest from now on. It can be extended. */
    public static final Duration LONGEST = Duration.ofDays(365);

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "report_id", nullable = false, updatable = false)
    private UUID report;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "until", nullable = false)
    private Instant until;

    @Column(name = "zone", nullable = false)
    private String zone;

    @Column(name = "proposed_by_person_id", nullable = false, updatable = false)
    private UUID proposedBy;

    @Column(name = "proposed_at", nullable = false, updatable = false)
    private Instant proposedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private EmbargoState state;

    @Column(name = "state_at", nullable = false)
    private Instant stateAt;

    @Column(name = "sealed_reason")
    private byte @Nullable [] sealedReason;

    @OneToMany(mappedBy = "embargo", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("id")
    private List<EmbargoParticipant> participants = new ArrayList<>();

    @OneToMany(mappedBy = "embargo", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("takenAt, id")
    private List<EmbargoStep> steps = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected Embargo() {}

    /**
     * Proposes it.
     *
     * @param until the moment from which it may be made known
     * @param zone in which that moment was meant, and is shown beside UTC
     */
    public Embargo(Report of, Instant until, ZoneId zone, Actor actor, Instant now) {
        Checks.check(speaksFor(actor, of.organisation()), EmbargoError.OWNER_ONLY);
        this.id = Ids.next();
        this.report = of.id();
        this.organisation = of.organisation();
        this.until = end(until, now);
        this.zone = Checks.require(zone, "zone").getId();
        this.proposedBy = actor.requirePerson();
        this.proposedAt = now;
        this.state = EmbargoState.IN_EFFECT;
        this.stateAt = now;
        step(EmbargoStep.Kind.PROPOSED, actor.person(), now);
    }

    /** What the proposal is in the trail, with everybody who was asked so far. */
    public DomainEvent proposed() {
        return event("embargo.proposed")
                .with(
                        "participants",
                        participants.stream()
                                .map(each -> each.organisation().toString())
                                .sorted()
                                .toList())
                .build();
    }

    /** Asks an organisation to keep it. */
    public DomainEvent ask(Actor actor, UUID other, OrganisationKind kind, Instant answerBy, Instant now) {
        requireOwner(actor);
        requireInEffect(EmbargoState.ENDED);
        Checks.check(!other.equals(organisation), EmbargoError.OWNER_ASKED);
        Checks.check(EmbargoParties.mayKeep(kind), EmbargoError.NO_PARTICIPANT);
        Checks.check(participant(other).isEmpty(), EmbargoError.ASKED_ALREADY);
        EmbargoParticipant asked = new EmbargoParticipant(this, other, answerBy(answerBy, now));
        participants.add(asked);
        step(EmbargoStep.Kind.ASKED, actor.person(), now).of(asked).answeredBy(answerBy);
        return event("embargo.asked")
                .with("participant", other)
                .with("answerBy", answerBy)
                .build();
    }

    /**
     * Answers for the actor's organisation. An answer can change as long as the embargo is in effect, but what was agreed to once binds to that
     * moment.
     *
     * @param readEnd the end that was read
     */
    public DomainEvent answer(Actor actor, boolean accepts, Instant readEnd, Instant now) {
        requireInEffect(EmbargoState.ENDED);
        EmbargoParticipant self = actor.organisation()
                .filter(own -> speaksFor(actor, own))
                .flatMap(this::participant)
                .orElseThrow(() -> new Refusal(EmbargoError.PARTICIPANT_ONLY));
        Checks.check(until.equals(readEnd), EmbargoError.END_CHANGED);
        self.answer(accepts, actor.requirePerson(), now);
        step(accepts ? EmbargoStep.Kind.ACCEPTED : EmbargoStep.Kind.DECLINED, actor.person(), now)
                .of(self);
        return event(accepts ? "embargo.accepted" : "embargo.declined")
                .with("participant", self.organisation())
                .build();
    }

    /** Moves the end to a later moment. Every participant is asked anew. */
    public DomainEvent extend(Actor actor, Instant later, Instant answerBy, Instant now) {
        requireOwner(actor);
        requireInEffect(EmbargoState.ENDED);
        Checks.check(later.isAfter(until), EmbargoError.NOT_EXTENDED);
        until = end(later, now);
        Instant by = answerBy(answerBy, now);
        participants.forEach(each -> each.askAgain(by));
        step(EmbargoStep.Kind.EXTENDED, actor.person(), now).answeredBy(by);
        return event("embargo.extended").with("answerBy", by).build();
    }

    /** Ends it before its time, with the reason. */
    public DomainEvent end(Actor actor, String reason, Vault vault, Instant now) {
        requireOwner(actor);
        become(EmbargoState.ENDED, now);
        because(reason, vault);
        step(EmbargoStep.Kind.ENDED, actor.person(), now);
        return event("embargo.ended").build();
    }

    /** Its time has come. */
    public DomainEvent runOut(Instant now) {
        Checks.check(!now.isBefore(until), EmbargoError.NOT_OVER);
        become(EmbargoState.ENDED, now);
        step(EmbargoStep.Kind.ENDED, Optional.empty(), now);
        return event("embargo.ended").build();
    }

    /** It was made known before its time: says its organisation or a participant, with what is known of it. */
    public DomainEvent broken(Actor actor, String reason, Vault vault, Instant now) {
        boolean concerned = actor.organisation()
                .filter(own -> speaksFor(actor, own))
                .filter(own -> own.equals(organisation) || participant(own).isPresent())
                .isPresent();
        Checks.check(concerned, EmbargoError.PARTICIPANT_ONLY);
        become(EmbargoState.BROKEN, now);
        because(reason, vault);
        step(EmbargoStep.Kind.BROKEN, actor.person(), now);
        return event("embargo.broken")
                .with("reportedBy", actor.organisation().orElse(null))
                .build();
    }

    /** Whether a rendering may go to this organisation now. */
    public boolean lets(UUID recipient, Instant now) {
        return state != EmbargoState.IN_EFFECT
                || !now.isBefore(until)
                || participant(recipient)
                        .filter(each -> each.consent(now) == Consent.ACCEPTED)
                        .isPresent();
    }

    /** Whether it may be made known on this day, at its end at the latest. */
    public boolean isOverOn(LocalDate day) {
        return state != EmbargoState.IN_EFFECT || !day.isBefore(firstFreeDay());
    }

    /** The first day on which it may be made known, if nothing changes. */
    public LocalDate firstFreeDay() {
        return Days.of(until.minusNanos(1));
    }

    private static boolean speaksFor(Actor actor, UUID own) {
        return Sides.of(actor, own).filter(Side.INSTITUTION_SECURITY::equals).isPresent()
                || (actor.isOf(own)
                        && (actor.holds(Role.AUTHORITY_REVIEWER)
                                || actor.holds(Role.SIGNATORY)
                                || actor.holds(Role.VENDOR_ENGINEER)));
    }

    private void requireOwner(Actor actor) {
        Checks.check(speaksFor(actor, organisation), EmbargoError.OWNER_ONLY);
    }

    private void requireInEffect(EmbargoState next) {
        state.requireBecomes(next, EmbargoError.WRONG_STATE);
    }

    private static Instant end(Instant wanted, Instant now) {
        Instant most = now.plus(LONGEST);
        Checks.check(
                wanted.isAfter(now) && !wanted.isAfter(most), EmbargoError.END_UNFIT, Map.of("days", LONGEST.toDays()));
        return wanted;
    }

    private Instant answerBy(Instant wanted, Instant now) {
        Checks.check(wanted.isAfter(now) && !wanted.isAfter(until), EmbargoError.ANSWER_BY_UNFIT);
        return wanted;
    }

    private void become(EmbargoState next, Instant now) {
        requireInEffect(next);
        state = next;
        stateAt = now;
    }

    private void because(String reason, Vault vault) {
        sealedReason = vault.sealText(place(), Checks.requireText(reason, "reason", Ballot.REASON_LIMIT));
    }

    private EmbargoStep step(EmbargoStep.Kind kind, Optional<UUID> person, Instant now) {
        EmbargoStep step = new EmbargoStep(this, kind, person, now);
        steps.add(step);
        return step;
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id)
                .with("organisation", organisation)
                .with("report", report)
                .with("until", until)
                .with("zone", zone);
    }

    /** Why it ended or how it was broken. */
    public Optional<String> reason(Vault vault) {
        return Optional.ofNullable(sealedReason).map(kept -> vault.openText(place(), kept));
    }

    private Vault.Place place() {
        return new Vault.Place("embargo", id, organisation);
    }

    public Optional<EmbargoParticipant> participant(UUID other) {
        return participants.stream()
                .filter(each -> each.organisation().equals(other))
                .findFirst();
    }

    public UUID id() {
        return id;
    }

    public UUID report() {
        return report;
    }

    /** That proposed it. */
    public UUID organisation() {
        return organisation;
    }

    public Instant until() {
        return until;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public UUID proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public EmbargoState state() {
        return state;
    }

    public Instant stateAt() {
        return stateAt;
    }

    public List<EmbargoParticipant> participants() {
        return Collections.unmodifiableList(participants);
    }

    /** Everything that happened, from the proposal. */
    public List<EmbargoStep> steps() {
        return Collections.unmodifiableList(steps);
    }
}
