package org.sekisho.domain.party.role;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * One person's role at one organisation. It is asked for, approved by a second person, and takes effect at once only when an
 * administrator of that organisation took part and it is the person's home; else an administrator there has to confirm, so that
 * nobody makes their own people act for others. It ends with a reason and stays on record.
 */
@Entity
@Table(name = "role_assignment")
public class RoleAssignment {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 1_000;

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Enumerated(EnumType.STRING)
    @Column(name = "role", nullable = false, updatable = false)
    private Role role;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private AssignmentState state;

    @Column(name = "founding", nullable = false, updatable = false)
    private boolean founding;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "requested_by", updatable = false)
    private @Nullable UUID requestedBy;

    @Column(name = "requested_by_own_administrator", nullable = false, updatable = false)
    private boolean requestedByOwnAdministrator;

    @Column(name = "requested_at", nullable = false, updatable = false)
    private Instant requestedAt;

    @Column(name = "approved_by")
    private @Nullable UUID approvedBy;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "confirmed_by")
    private @Nullable UUID confirmedBy;

    @Column(name = "effective_at")
    private @Nullable Instant effectiveAt;

    @Embedded
    private Closing closing = Closing.none();

    @SuppressWarnings("NullAway")
    protected RoleAssignment() {}

    private RoleAssignment(Person person, Role role, Organisation at, String reason, boolean founding, Instant now) {
        this.id = Ids.next();
        this.person = person.id();
        this.role = role;
        this.organisation = at.id();
        this.state = AssignmentState.REQUESTED;
        this.founding = founding;
        this.reason = reason;
        this.requestedAt = now;
    }

    /**
     * Asks for a role.
     *
     * @param by an administrator of the role's organisation or of the installation; never the person
     * @param reason why the person needs it
     * @throws org.sekisho.domain.shared.Refusal with a {@link PartyError}
     */
    public static RoleAssignment request(
            Person person,
            Role role,
            Organisation at,
            @Nullable String reason,
            RoleHistory history,
            Actor by,
            Instant now) {
        Checks.require(role, "role");
        RoleRules.requireRequester(by, person.id(), at.id());
        String words = Checks.requireText(reason, "reason", REASON_LIMIT);
        RoleRules.requireEligible(role, person, at, history, now);
        RoleAssignment assignment = new RoleAssignment(person, role, at, words, false, now);
        assignment.requestedBy = by.requirePerson();
        assignment.requestedByOwnAdministrator = by.administers(at.id());
        return assignment;
    }

    /**
     * The role of the first administrator or the first coordinator, which nobody could approve: these two people approve all that
     * follows, and exclude each other.
     *
     * @param everHeld whether anybody ever held this role here
     * @param by the installer, or the first administrator for the first coordinator
     * @throws org.sekisho.domain.shared.Refusal with {@link PartyError#FOUNDED}
     */
    public static RoleAssignment found(
            Person person,
            Role role,
            Organisation secretariat,
            boolean everHeld,
            RoleHistory history,
            Actor by,
            Instant now) {
        RoleRules.requireFounder(by, role, person.id(), everHeld);
        RoleRules.requireEligible(role, person, secretariat, history, now);
        RoleAssignment assignment = new RoleAssignment(person, role, secretariat, "", true, now);
        assignment.requestedBy = by.person().orElse(null);
        assignment.become(AssignmentState.APPROVED);
        assignment.takeEffect(now);
        return assignment;
    }

    /**
     * Asks for a role, or founds it: the installation's very first coordinator, whom nobody could approve, holds the role at once.
     *
     * @param everHeld whether anybody ever held a role
     */
    public static RoleAssignment ask(
            Person person,
            Role role,
            Organisation at,
            String reason,
            Predicate<Role> everHeld,
            RoleHistory history,
            Actor by,
            Instant now) {
        boolean founding = role == Role.COORDINATOR && by.administersInstallation() && !everHeld.test(role);
        return founding
                ? found(person, role, at, false, history, by, now)
                : request(person, role, at, reason, history, by, now);
    }

    /** That the role was asked for, or founded, for the trail. */
    public DomainEvent requested() {
        return event(founding ? "role.founded" : "role.requested")
                .personal("reason", reason)
                .build();
    }

    /**
     * A second person agrees. The role is in effect afterwards, or waits for the organisation's administrator.
     *
     * @param by holds a role that approves, at the role's organisation or at the secretariat; neither the person nor who asked
     */
    public DomainEvent approve(Person candidate, Organisation at, RoleHistory history, Actor by, Instant now) {
        state.requireBecomes(AssignmentState.APPROVED, PartyError.ROLE_STATE);
        RoleRules.requireApprover(by, person, organisation);
        Checks.check(!by.requirePerson().equals(requestedBy), PartyError.SAME_PERSON);
        requireEligible(candidate, at, history, now);
        become(AssignmentState.APPROVED);
        approvedBy = by.requirePerson();
        approvedAt = now;
        boolean waits = needsConfirmation(candidate, history, by);
        if (!waits) {
            takeEffect(now);
        }
        return event("role.approved")
                .with("waitsForConfirmation", String.valueOf(waits))
                .build();
    }

    /** An administrator of the organisation lets an approved role take effect there. */
    public DomainEvent confirm(Person candidate, Organisation at, RoleHistory history, Actor by, Instant now) {
        state.requireBecomes(AssignmentState.IN_EFFECT, PartyError.ROLE_STATE);
        RoleRules.requireConfirmer(by, person, organisation);
        requireEligible(candidate, at, history, now);
        confirmedBy = by.requirePerson();
        takeEffect(now);
        return event("role.confirmed").build();
    }

    /** Somebody who could have approved or confirmed says no. */
    public DomainEvent decline(Actor by, @Nullable String why, Instant now) {
        state.requireBecomes(AssignmentState.DECLINED, PartyError.ROLE_STATE);
        RoleRules.requireDecliner(by, person, organisation);
        return close(AssignmentState.DECLINED, "role.declined", by, why, now);
    }

    /** Who asked takes the request back. */
    public DomainEvent withdraw(Actor by, @Nullable String why, Instant now) {
        state.requireBecomes(AssignmentState.WITHDRAWN, PartyError.ROLE_STATE);
        Checks.check(by.requirePerson().equals(requestedBy), PartyError.ROLE_WITHDRAWN_BY_REQUESTER);
        return close(AssignmentState.WITHDRAWN, "role.withdrawn", by, why, now);
    }

    /** Ends a role in effect, from the next request on. One person is enough, since it only takes away. */
    public DomainEvent end(Actor by, @Nullable String why, Instant now) {
        state.requireBecomes(AssignmentState.ENDED, PartyError.ROLE_STATE);
        RoleRules.requireEnder(by, role, person, organisation);
        return close(AssignmentState.ENDED, "role.ended", by, why, now);
    }

    /**
     * Ends what is in effect and withdraws what is asked for, because the person moved, was deactivated, or is no longer affiliated
     * with the organisation. The right to do it comes from that act.
     */
    public DomainEvent lapse(Actor by, @Nullable String why, Instant now) {
        return state == AssignmentState.IN_EFFECT
                ? close(AssignmentState.ENDED, "role.ended", by, why, now)
                : close(AssignmentState.WITHDRAWN, "role.withdrawn", by, why, now);
    }

    private boolean needsConfirmation(Person candidate, RoleHistory history, Actor approver) {
        boolean first = role == Role.ORGANISATION_ADMINISTRATOR && !history.organisationHasAdministrator();
        boolean away = !candidate.home().equals(organisation);
        boolean ownTookPart = requestedByOwnAdministrator || approver.administers(organisation);
        return away || !(ownTookPart || first);
    }

    private void requireEligible(Person candidate, Organisation at, RoleHistory history, Instant now) {
        if (!candidate.id().equals(person) || !at.id().equals(organisation)) {
            throw new IllegalArgumentException("Not the person and organisation of role " + id);
        }
        RoleRules.requireEligible(role, candidate, at, history, now);
    }

    private void takeEffect(Instant now) {
        become(AssignmentState.IN_EFFECT);
        effectiveAt = now;
    }

    private DomainEvent close(AssignmentState next, String name, Actor by, @Nullable String why, Instant now) {
        String words = Checks.requireText(why, "reason", REASON_LIMIT);
        become(next);
        closing = new Closing(by, words, now);
        return event(name).personal("reason", words).build();
    }

    private void become(AssignmentState next) {
        state.requireBecomes(next, PartyError.ROLE_STATE);
        state = next;
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "role", id)
                .with("person", person)
                .with("role", role)
                .with("organisation", organisation)
                .with("state", state);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    public UUID person() {
        return person;
    }

    public Role role() {
        return role;
    }

    /** At which organisation. */
    public UUID organisation() {
        return organisation;
    }

    public AssignmentState state() {
        return state;
    }

    public boolean isInEffect() {
        return state == AssignmentState.IN_EFFECT;
    }

    /** Whether this is one of the two roles that nobody could approve. */
    public boolean isFounding() {
        return founding;
    }

    /** Why it was asked for; empty for a founding role. */
    public String reason() {
        return reason;
    }

    /** Who asked; empty when the installer did. */
    public Optional<UUID> requestedBy() {
        return Optional.ofNullable(requestedBy);
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Optional<UUID> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    public Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    public Optional<UUID> confirmedBy() {
        return Optional.ofNullable(confirmedBy);
    }

    public Optional<Instant> effectiveAt() {
        return Optional.ofNullable(effectiveAt);
    }

    /** How it came to its end; without a person and a time while it is open. */
    public Closing closing() {
        return closing;
    }
}
