package org.sekisho.domain.agreement.grant;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * One person may act in one role under one agreement, from a first day to a last. Somebody of the person's organisation asks for
 * it, a second person there approves it, the coordinator checks it, and none of the three is the person. A grant is never
 * prolonged: a renewal is a new grant with its own three people, and every step of each stays on record.
 */
@Entity
@Table(name = "access_grant")
public class AccessGrant {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 1_000;

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreement;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Enumerated(EnumType.STRING)
    @Column(name = "role", nullable = false, updatable = false)
    private Role role;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "first_day", nullable = false, updatable = false)
    private LocalDate firstDay;

    @Column(name = "last_day", nullable = false, updatable = false)
    private LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private GrantState state;

    @OneToMany(mappedBy = "grant", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("number")
    private List<GrantStep> steps = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected AccessGrant() {}

    /**
     * Asks for a grant.
     *
     * @param actor somebody of the organisation, not the person
     * @param organisation the party for which the person will act
     * @param firstDay the first day in Tokyo on which it gives anything
     * @param lastDay the last such day, within the agreement's term and not in the past
     * @throws org.sekisho.domain.shared.Refusal with a {@link GrantError}
     */
    public AccessGrant(
            Actor actor,
            UUID agreement,
            UUID organisation,
            UUID person,
            Role role,
            String reason,
            LocalDate firstDay,
            LocalDate lastDay,
            GrantBasis basis,
            Instant now) {
        this.id = Ids.next();
        this.agreement = require(agreement, "agreement");
        this.organisation = require(organisation, "organisation");
        this.person = require(person, "person");
        this.role = require(role, "role");
        this.reason = requireText(reason, "reason", REASON_LIMIT);
        this.firstDay = require(firstDay, "firstDay");
        this.lastDay = require(lastDay, "lastDay");
        this.state = GrantState.REQUESTED;
        Checks.check(!lastDay.isBefore(firstDay), GrantError.DAYS_REVERSED);
        checkNotOver(now);
        Checks.check(!isPerson(actor), GrantError.OWN_GRANT);
        Checks.check(actor.isOf(organisation), GrantError.OTHER_ORGANISATION);
        checkBasis(basis);
        addStep(GrantAct.REQUESTED, actor, this.reason, now);
    }

    /** That the grant was asked for, for the trail. */
    public DomainEvent requested() {
        return event("grant.requested")
                .with("organisation", organisation)
                .with("person", person)
                .with("role", role)
                .with("first", firstDay)
                .with("last", lastDay)
                .personal("reason", reason)
                .build();
    }

    /** A second person of the organisation approves. The basis is looked at again: the person may have moved since. */
    public DomainEvent approve(Actor actor, GrantBasis basis, Instant now) {
        state.requireBecomes(GrantState.APPROVED, GrantError.WRONG_STATE);
        Checks.check(actor.isOf(organisation), GrantError.OTHER_ORGANISATION);
        checkUninvolved(actor);
        checkBasis(basis);
        checkNotOver(now);
        state = GrantState.APPROVED;
        addStep(GrantAct.APPROVED, actor, "", now);
        return event("grant.approved").build();
    }

    /** The coordinator checks the approved grant, which makes it active. */
    public DomainEvent check(Actor actor, GrantBasis basis, Instant now) {
        state.requireBecomes(GrantState.ACTIVE, GrantError.WRONG_STATE);
        Checks.check(actor.holds(Role.COORDINATOR), GrantError.COORDINATOR_ONLY);
        checkUninvolved(actor);
        checkBasis(basis);
        checkNotOver(now);
        state = GrantState.ACTIVE;
        addStep(GrantAct.CHECKED, actor, "", now);
        return event("grant.checked").build();
    }

    /** Somebody of the organisation, or the coordinator, refuses what was asked for. */
    public DomainEvent decline(Actor actor, String why, Instant now) {
        state.requireBecomes(GrantState.DECLINED, GrantError.WRONG_STATE);
        Checks.check(actor.isOf(organisation) || actor.holds(Role.COORDINATOR), GrantError.OTHER_ORGANISATION);
        Checks.check(!isPerson(actor), GrantError.OWN_GRANT);
        String words = requireText(why, "reason", REASON_LIMIT);
        state = GrantState.DECLINED;
        addStep(GrantAct.DECLINED, actor, words, now);
        return event("grant.declined").personal("reason", words).build();
    }

    /**
     * Takes the grant back at once. One person of the organisation, or the coordinator, is enough; giving up one's own grant is
     * allowed, because it only takes away.
     */
    public DomainEvent revoke(Actor actor, String why, Instant now) {
        state.requireBecomes(GrantState.REVOKED, GrantError.WRONG_STATE);
        Checks.check(actor.isOf(organisation) || actor.holds(Role.COORDINATOR), GrantError.OTHER_ORGANISATION);
        String words = requireText(why, "reason", REASON_LIMIT);
        state = GrantState.REVOKED;
        addStep(GrantAct.REVOKED, actor, words, now);
        return event("grant.revoked").personal("reason", words).build();
    }

    /** Records that the last day has passed. Nothing depends on it: after that day the grant gives nothing in any state. */
    public DomainEvent end(Actor actor, Instant now) {
        state.requireBecomes(GrantState.ENDED, GrantError.WRONG_STATE);
        Checks.check(Days.of(now).isAfter(lastDay), GrantError.NOT_OVER);
        state = GrantState.ENDED;
        addStep(GrantAct.ENDED, actor, "", now);
        return event("grant.ended").build();
    }

    /** Whether the grant gives its role at this instant. */
    public boolean isCurrent(Instant at) {
        return state == GrantState.ACTIVE && Days.within(Days.of(at), firstDay, lastDay);
    }

    /** Whether this grant, or the request for it, covers a day of the other period. */
    public boolean overlaps(LocalDate first, LocalDate last) {
        return (state.isWaiting() || state == GrantState.ACTIVE) && !lastDay.isBefore(first) && !firstDay.isAfter(last);
    }

    private void checkBasis(GrantBasis basis) {
        Checks.check(basis.parties().contains(organisation), GrantError.NOT_A_PARTY);
        Checks.check(basis.personOrganisations().contains(organisation), GrantError.PERSON_NOT_OF_ORGANISATION);
        Checks.check(basis.personRoles().contains(role), GrantError.ROLE_NOT_HELD);
        Checks.check(basis.teamHasRoom(), GrantError.TEAM_FULL);
        Checks.check(basis.rolesInClause().contains(role), GrantError.ROLE_NOT_IN_CLAUSE);
        Checks.check(
                !lastDay.isAfter(basis.termLastDay()), GrantError.BEYOND_TERM, Map.of("last", basis.termLastDay()));
    }

    private void checkNotOver(Instant now) {
        Checks.check(!lastDay.isBefore(Days.of(now)), GrantError.OVER);
    }

    private void checkUninvolved(Actor actor) {
        UUID who = actor.requirePerson();
        Checks.check(!who.equals(person), GrantError.OWN_GRANT);
        Checks.check(
                steps.stream()
                        .noneMatch(step -> step.person().filter(who::equals).isPresent()),
                GrantError.SAME_PERSON);
    }

    private boolean isPerson(Actor actor) {
        return actor.requirePerson().equals(person);
    }

    private void addStep(GrantAct act, Actor actor, String words, Instant now) {
        steps.add(new GrantStep(this, steps.size() + 1, act, actor, words, now));
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "grant", id).with("agreement", agreement);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    public UUID agreement() {
        return agreement;
    }

    public UUID organisation() {
        return organisation;
    }

    public UUID person() {
        return person;
    }

    public Role role() {
        return role;
    }

    public String reason() {
        return reason;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public GrantState state() {
        return state;
    }

    /** What was done with the grant, in order. */
    public List<GrantStep> steps() {
        return Collections.unmodifiableList(steps);
    }
}
