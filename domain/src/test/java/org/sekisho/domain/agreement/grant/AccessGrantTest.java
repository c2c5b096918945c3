package org.sekisho.domain.agreement.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.agreement.access.Refusals.refused;
import static org.sekisho.domain.agreement.access.TestActors.BANK;
import static org.sekisho.domain.agreement.access.TestActors.RIVAL;
import static org.sekisho.domain.agreement.access.TestActors.coordinator;
import static org.sekisho.domain.agreement.access.TestActors.ofBank;
import static org.sekisho.domain.agreement.access.TestActors.ofRival;
import static org.sekisho.domain.agreement.access.TestActors.ofSecretariat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Refusal;

class AccessGrantTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate LAST = LocalDate.of(2027, 2, 28);
    private static final Instant NOW = Days.startOf(TODAY).plusSeconds(60);
    private static final UUID AGREEMENT = new UUID(1, 1);

    private final Actor requester = ofBank(Role.CISO);
    private final Actor approver = ofBank(Role.SIGNATORY);
    private final Actor checker = coordinator();
    private final Actor person = ofBank(Role.ANALYST);

    @Test
    void grantTakesThreePeopleAndKeepsEveryStep() {
        AccessGrant grant = active();
        assertEquals(GrantState.ACTIVE, grant.state());
        assertEquals(
                List.of(GrantAct.REQUESTED, GrantAct.APPROVED, GrantAct.CHECKED),
                grant.steps().stream().map(GrantStep::act).toList());
        assertEquals(
                List.of(1, 2, 3), grant.steps().stream().map(GrantStep::number).toList());
        assertEquals(
                List.of(requester.person(), approver.person(), checker.person()),
                grant.steps().stream().map(GrantStep::person).toList());
        assertThrows(UnsupportedOperationException.class, () -> grant.steps().clear());
    }

    @Test
    void nobodyAsksForApprovesOrChecksTheirOwnGrant() {
        refused(GrantError.OWN_GRANT, () -> request(person));
        AccessGrant grant = request(requester);
        refused(GrantError.OWN_GRANT, () -> grant.approve(person, basis(), NOW));
        grant.approve(approver, basis(), NOW);
        Actor own = withRoles(person, Role.COORDINATOR);
        refused(GrantError.OWN_GRANT, () -> grant.check(own, basis(), NOW));
    }

    @Test
    void nobodyActsTwiceOnTheWayToAGrant() {
        AccessGrant grant = request(requester);
        refused(GrantError.SAME_PERSON, () -> grant.approve(requester, basis(), NOW));
        grant.approve(approver, basis(), NOW);
        for (Actor involved : List.of(requester, approver)) {
            Actor asCoordinator = withRoles(involved, Role.COORDINATOR);
            refused(GrantError.SAME_PERSON, () -> grant.check(asCoordinator, basis(), NOW));
        }
    }

    @Test
    void requesterAndApproverAreOfTheOrganisation() {
        refused(GrantError.OTHER_ORGANISATION, () -> request(ofRival(Role.CISO)));
        AccessGrant grant = request(requester);
        refused(GrantError.OTHER_ORGANISATION, () -> grant.approve(ofRival(Role.CISO), basis(), NOW));
        refused(GrantError.OTHER_ORGANISATION, () -> grant.approve(coordinator(), basis(), NOW));
    }

    @Test
    void onlyTheCoordinatorChecks() {
        AccessGrant grant = request(requester);
        grant.approve(approver, basis(), NOW);
        refused(GrantError.COORDINATOR_ONLY, () -> grant.check(ofBank(Role.CISO), basis(), NOW));
        refused(GrantError.COORDINATOR_ONLY, () -> grant.check(ofSecretariat(Role.ADMINISTRATOR), basis(), NOW));
    }

    /** Ways in which agreement or register don't bear the grant, each looked at on every step. */
    enum Unsound {
        NOT_A_PARTY(
                GrantError.NOT_A_PARTY,
                b -> new GrantBasis(
                        Set.of(RIVAL),
                        b.rolesInClause(),
                        b.termLastDay(),
                        b.personOrganisations(),
                        b.personRoles(),
                        b.teamHasRoom())),
        ROLE_NOT_IN_CLAUSE(
                GrantError.ROLE_NOT_IN_CLAUSE,
                b -> new GrantBasis(
                        b.parties(),
                        Set.of(Role.CISO),
                        b.termLastDay(),
                        b.personOrganisations(),
                        b.personRoles(),
                        b.teamHasRoom())),
        BEYOND_TERM(
                GrantError.BEYOND_TERM,
                b -> new GrantBasis(
                        b.parties(),
                        b.rolesInClause(),
                        LAST.minusDays(1),
                        b.personOrganisations(),
                        b.personRoles(),
                        b.teamHasRoom())),
        PERSON_MOVED(
                GrantError.PERSON_NOT_OF_ORGANISATION,
                b -> new GrantBasis(
                        b.parties(),
                        b.rolesInClause(),
                        b.termLastDay(),
                        Set.of(RIVAL),
                        b.personRoles(),
                        b.teamHasRoom())),
        ROLE_NOT_HELD(
                GrantError.ROLE_NOT_HELD,
                b -> new GrantBasis(
                        b.parties(),
                        b.rolesInClause(),
                        b.termLastDay(),
                        b.personOrganisations(),
                        Set.of(),
                        b.teamHasRoom())),
        TEAM_FULL(
                GrantError.TEAM_FULL,
                b -> new GrantBasis(
                        b.parties(),
                        b.rolesInClause(),
                        b.termLastDay(),
                        b.personOrganisations(),
                        b.personRoles(),
                        false));

        private final GrantError error;
        private final UnaryOperator<GrantBasis> spoil;

        Unsound(GrantError error, UnaryOperator<GrantBasis> spoil) {
            this.error = error;
            this.spoil = spoil;
        }
    }

    @ParameterizedTest
    @EnumSource(Unsound.class)
    void basisIsLookedAtOnEveryStep(Unsound unsound) {
        GrantBasis spoilt = unsound.spoil.apply(basis());
        refused(unsound.error, () -> request(requester, TODAY, LAST, spoilt));
        AccessGrant grant = request(requester);
        refused(unsound.error, () -> grant.approve(approver, spoilt, NOW));
        grant.approve(approver, basis(), NOW);
        refused(unsound.error, () -> grant.check(checker, spoilt, NOW));
    }

    @Test
    void daysMustMakeSense() {
        refused(GrantError.DAYS_REVERSED, () -> request(requester, LAST, LAST.minusDays(1), basis()));
        LocalDate yesterday = TODAY.minusDays(1);
        refused(GrantError.OVER, () -> request(requester, yesterday, yesterday, basis()));
        AccessGrant grant = request(requester, TODAY, TODAY, basis());
        grant.approve(approver, basis(), NOW);
        refused(GrantError.OVER, () -> grant.check(checker, basis(), Days.endOf(TODAY)));
    }

    @Test
    void grantGivesItsRoleFromTheFirstDayToTheLast() {
        AccessGrant grant = active();
        assertFalse(grant.isCurrent(Days.startOf(TODAY).minusNanos(1)));
        assertTrue(grant.isCurrent(Days.startOf(TODAY)));
        assertTrue(grant.isCurrent(Days.endOf(LAST).minusNanos(1)));
        assertFalse(grant.isCurrent(Days.endOf(LAST)));
        assertFalse(request(requester).isCurrent(NOW), "only asked for");
    }

    @Test
    void revokedAtOnceByOnePersonWithAReason() {
        AccessGrant grant = active();
        assertThrows(Refusal.class, () -> grant.revoke(requester, " ", NOW));
        refused(GrantError.OTHER_ORGANISATION, () -> grant.revoke(ofRival(Role.CISO), "left", NOW));
        grant.revoke(requester, "left the team", NOW);
        assertFalse(grant.isCurrent(NOW));
        assertEquals("left the team", grant.steps().get(3).reason());
    }

    @Test
    void ownGrantMayBeGivenUp() {
        AccessGrant grant = active();
        grant.revoke(person, "moved", NOW);
        assertEquals(GrantState.REVOKED, grant.state());
    }

    @Test
    void grantEndsOnlyAfterItsLastDay() {
        AccessGrant grant = active();
        Actor job = Actor.system("agreement-term");
        refused(GrantError.NOT_OVER, () -> grant.end(job, Days.startOf(LAST)));
        grant.end(job, Days.endOf(LAST));
        assertEquals("system:agreement-term", grant.steps().get(3).actorName());
        assertEquals(Optional.empty(), grant.steps().get(3).person());
    }

    @Test
    void everyPairOfStatesFollowsTheTable() {
        Map<GrantState, Set<GrantState>> table = new EnumMap<>(Map.of(
                GrantState.REQUESTED,
                EnumSet.of(GrantState.APPROVED, GrantState.DECLINED, GrantState.REVOKED, GrantState.ENDED),
                GrantState.APPROVED,
                EnumSet.of(GrantState.ACTIVE, GrantState.DECLINED, GrantState.REVOKED, GrantState.ENDED),
                GrantState.ACTIVE,
                EnumSet.of(GrantState.REVOKED, GrantState.ENDED)));
        for (GrantState from : GrantState.values()) {
            for (GrantState to : GrantState.values()) {
                boolean allowed = table.getOrDefault(from, Set.of()).contains(to);
                assertEquals(allowed, from.canBecome(to), from + " → " + to);
                AccessGrant grant = in(from);
                Actor fresh = to == GrantState.ACTIVE ? coordinator() : ofBank(Role.SIGNATORY);
                if (to == GrantState.REQUESTED) {
                    continue;
                }
                if (allowed) {
                    become(grant, to, fresh);
                    assertEquals(to, grant.state());
                } else {
                    refused(GrantError.WRONG_STATE, () -> become(grant, to, fresh));
                }
            }
        }
    }

    @Test
    void secondGrantForTheSameDaysIsRefused() {
        Kept grants = new Kept();
        grants.add(request(requester));
        refused(GrantError.OVERLAPS, () -> grants.add(request(requester, LAST, LAST, basis())));
        grants.rows.get(0).decline(approver, "not now", NOW);
        grants.add(request(requester));
        GrantBasis longer = new GrantBasis(
                Set.of(BANK), Set.of(Role.ANALYST), LAST.plusDays(90), Set.of(BANK), Set.of(Role.ANALYST), true);
        grants.add(request(requester, LAST.plusDays(1), LAST.plusDays(90), longer));
        assertEquals(3, grants.rows.size());
    }

    /** Grants kept in memory. */
    private static final class Kept implements AccessGrants {

        private final List<AccessGrant> rows = new ArrayList<>();

        @Override
        public Optional<AccessGrant> find(UUID id) {
            return rows.stream().filter(grant -> grant.id().equals(id)).findFirst();
        }

        @Override
        public List<AccessGrant> openOf(UUID agreement, UUID who, Role role) {
            return rows.stream()
                    .filter(grant -> grant.person().equals(who) && grant.role() == role)
                    .toList();
        }

        @Override
        public void lockTeam(UUID agreement) {
            // Nobody else is there.
        }

        @Override
        public List<AccessGrant> over(LocalDate today, int limit) {
            return List.of();
        }

        @Override
        public void store(AccessGrant grant) {
            rows.add(grant);
        }
    }

    private AccessGrant in(GrantState state) {
        AccessGrant grant = request(requester);
        switch (state) {
            case REQUESTED -> {}
            case APPROVED -> grant.approve(approver, basis(), NOW);
            case ACTIVE -> {
                grant.approve(approver, basis(), NOW);
                grant.check(checker, basis(), NOW);
            }
            case DECLINED -> grant.decline(approver, "no", NOW);
            case REVOKED -> grant.revoke(approver, "no", NOW);
            case ENDED -> grant.end(approver, Days.endOf(LAST));
        }
        return grant;
    }

    private void become(AccessGrant grant, GrantState next, Actor actor) {
        switch (next) {
            case REQUESTED -> throw new IllegalArgumentException("No verb leads back");
            case APPROVED -> grant.approve(actor, basis(), NOW);
            case ACTIVE -> grant.check(actor, basis(), NOW);
            case DECLINED -> grant.decline(actor, "no", NOW);
            case REVOKED -> grant.revoke(actor, "no", NOW);
            case ENDED -> grant.end(actor, Days.endOf(LAST));
        }
    }

    private AccessGrant active() {
        return in(GrantState.ACTIVE);
    }

    private AccessGrant request(Actor actor) {
        return request(actor, TODAY, LAST, basis());
    }

    private AccessGrant request(Actor actor, LocalDate first, LocalDate last, GrantBasis basis) {
        return new AccessGrant(
                actor, AGREEMENT, BANK, person.requirePerson(), Role.ANALYST, "trial team", first, last, basis, NOW);
    }

    private static GrantBasis basis() {
        return new GrantBasis(Set.of(BANK), Set.of(Role.ANALYST), LAST, Set.of(BANK), Set.of(Role.ANALYST), true);
    }

    private static Actor withRoles(Actor actor, Role role) {
        return new Actor(
                actor.name(),
                actor.person(),
                actor.organisation(),
                actor.organisationKind(),
                actor.affiliations(),
                Set.of(role));
    }
}
