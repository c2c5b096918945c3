package org.sekisho.domain.agreement.freeze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.agreement.access.Refusals.refused;
import static org.sekisho.domain.agreement.access.TestActors.AUTHORITY;
import static org.sekisho.domain.agreement.access.TestActors.BANK;
import static org.sekisho.domain.agreement.access.TestActors.PROVIDER;
import static org.sekisho.domain.agreement.access.TestActors.RIVAL;
import static org.sekisho.domain.agreement.access.TestActors.SECRETARIAT;
import static org.sekisho.domain.agreement.access.TestActors.VENDOR;
import static org.sekisho.domain.agreement.access.TestActors.coordinator;
import static org.sekisho.domain.agreement.access.TestActors.ofAuthority;
import static org.sekisho.domain.agreement.access.TestActors.ofBank;
import static org.sekisho.domain.agreement.access.TestActors.ofProvider;
import static org.sekisho.domain.agreement.access.TestActors.ofRival;
import static org.sekisho.domain.agreement.access.TestActors.ofSecretariat;
import static org.sekisho.domain.agreement.access.TestActors.ofVendor;
import static org.sekisho.domain.agreement.access.TestActors.tiedTo;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;

class FreezeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final UUID AGREEMENT = new UUID(1, 1);
    private static final UUID PERSON = new UUID(3, 1);

    /** The bank's scopes: itself, a person of it, an agreement by which it receives access. */
    static Stream<FreezeScope> scopesOfTheBank() {
        return Stream.of(FreezeScope.organisation(BANK), FreezeScope.person(PERSON), FreezeScope.agreement(AGREEMENT));
    }

    @ParameterizedTest
    @MethodSource("scopesOfTheBank")
    void organisationFreezesItself(FreezeScope scope) {
        for (Role role : List.of(Role.CISO, Role.SIGNATORY, Role.DUTY_OFFICER, Role.ORGANISATION_ADMINISTRATOR)) {
            assertTrue(freeze(ofBank(role), scope).stops());
        }
        refused(FreezeError.NOT_ELIGIBLE, () -> freeze(ofBank(Role.ANALYST), scope));
        refused(FreezeError.NOT_ELIGIBLE, () -> freeze(ofRival(Role.CISO), scope));
    }

    @ParameterizedTest
    @MethodSource("scopesOfTheBank")
    void providerFreezesWhatItIsPartyTo(FreezeScope scope) {
        assertTrue(freeze(ofProvider(Role.SIGNATORY), scope).stops());
        FreezeConcern without = new FreezeConcern(Set.of(BANK), Set.of(BANK, SECRETARIAT), Set.of(), Set.of(RIVAL));
        refused(FreezeError.NOT_ELIGIBLE, () -> new Freeze(ofProvider(Role.SIGNATORY), scope, "misuse", without, NOW));
    }

    @ParameterizedTest
    @MethodSource("scopesOfTheBank")
    void authorityFreezesWhatItIsDesignatedFor(FreezeScope scope) {
        assertTrue(freeze(ofAuthority(Role.AUTHORITY_REVIEWER), scope).stops());
        FreezeConcern undesignated = new FreezeConcern(Set.of(BANK), Set.of(BANK, PROVIDER), Set.of(), Set.of(RIVAL));
        refused(
                FreezeError.NOT_ELIGIBLE,
                () -> new Freeze(ofAuthority(Role.AUTHORITY_REVIEWER), scope, "risk", undesignated, NOW));
    }

    @Test
    void vendorThatIsPartyFreezesNothingButItself() {
        FreezeConcern acceded = new FreezeConcern(Set.of(BANK), Set.of(BANK, VENDOR), Set.of(), Set.of());
        refused(
                FreezeError.NOT_ELIGIBLE,
                () -> new Freeze(ofVendor(Role.SIGNATORY), FreezeScope.agreement(AGREEMENT), "risk", acceded, NOW));
    }

    @Test
    void secretariatFreezesAnythingAndNobodyElseEverything() {
        scopesOfTheBank()
                .forEach(scope -> assertTrue(freeze(coordinator(), scope).stops()));
        assertTrue(everything(coordinator()).stops());
        for (Actor other :
                List.of(ofBank(Role.CISO), ofProvider(Role.SIGNATORY), ofAuthority(Role.AUTHORITY_REVIEWER))) {
            refused(FreezeError.NOT_ELIGIBLE, () -> everything(other));
        }
    }

    @Test
    void liftingTakesTwoPeopleOfBothSides() {
        Freeze freeze = freeze(ofBank(Role.CISO), FreezeScope.organisation(BANK));
        assertEquals(
                "freeze.lift-proposed",
                freeze.lift(ofBank(Role.SIGNATORY), "solved", concern(), NOW).name());
        assertEquals(FreezeState.LIFT_PROPOSED, freeze.state());
        assertTrue(freeze.stops(), "one is not enough");
        assertEquals(
                "freeze.lifted",
                freeze.lift(coordinator(), "checked", concern(), NOW).name());
        assertFalse(freeze.stops());
        assertEquals(Optional.of(NOW), freeze.liftedAt());
        assertEquals(
                List.of(LiftSide.CONCERNED, LiftSide.OVERSIGHT),
                freeze.lifts().stream().map(FreezeLift::side).toList());
    }

    @Test
    void samePersonOrSameSideDoesNotLiftTwice() {
        Freeze freeze = freeze(coordinator(), FreezeScope.agreement(AGREEMENT));
        Actor first = ofBank(Role.CISO);
        freeze.lift(first, "solved", concern(), NOW);
        refused(FreezeError.SAME_PERSON, () -> freeze.lift(first, "again", concern(), NOW));
        refused(FreezeError.OTHER_SIDE_NEEDED, () -> freeze.lift(ofBank(Role.SIGNATORY), "me too", concern(), NOW));
        Freeze other = freeze(coordinator(), FreezeScope.agreement(AGREEMENT));
        other.lift(coordinator(), "solved", concern(), NOW);
        refused(
                FreezeError.OTHER_SIDE_NEEDED,
                () -> other.lift(ofAuthority(Role.AUTHORITY_REVIEWER), "me too", concern(), NOW));
        assertTrue(other.stops());
    }

    @Test
    void rivalNeverLifts() {
        Freeze freeze = freeze(coordinator(), FreezeScope.organisation(BANK));
        for (Actor rival : List.of(
                ofRival(Role.CISO),
                tiedTo(coordinator(), RIVAL),
                tiedTo(ofAuthority(Role.AUTHORITY_REVIEWER), RIVAL),
                tiedTo(ofBank(Role.CISO), RIVAL))) {
            refused(FreezeError.MAY_NOT_LIFT, () -> freeze.lift(rival, "solved", concern(), NOW));
        }
    }

    @Test
    void neitherProviderNorAnalystNorTheFrozenPersonLifts() {
        Freeze freeze = freeze(coordinator(), FreezeScope.person(PERSON));
        refused(FreezeError.MAY_NOT_LIFT, () -> freeze.lift(ofProvider(Role.SIGNATORY), "x", concern(), NOW));
        refused(FreezeError.MAY_NOT_LIFT, () -> freeze.lift(ofBank(Role.ANALYST), "x", concern(), NOW));
        Actor ciso = ofBank(Role.CISO);
        Freeze own = freeze(coordinator(), FreezeScope.person(ciso.requirePerson()));
        refused(FreezeError.MAY_NOT_LIFT, () -> own.lift(ciso, "x", concern(), NOW));
    }

    @Test
    void freezeOfEverythingIsLiftedBySecretariatAndAuthority() {
        Freeze freeze = everything(coordinator());
        refused(FreezeError.MAY_NOT_LIFT, () -> freeze.lift(ofBank(Role.CISO), "x", FreezeConcern.everything(), NOW));
        freeze.lift(ofAuthority(Role.DUTY_OFFICER), "over", FreezeConcern.everything(), NOW);
        freeze.lift(ofSecretariat(Role.ADMINISTRATOR), "over", FreezeConcern.everything(), NOW);
        assertFalse(freeze.stops());
    }

    @Test
    void secretariatThatIsFrozenItselfNeedsAnAuthority() {
        FreezeConcern own = new FreezeConcern(Set.of(SECRETARIAT), Set.of(), Set.of(AUTHORITY), Set.of());
        Freeze freeze = new Freeze(coordinator(), FreezeScope.organisation(SECRETARIAT), "breach", own, NOW);
        freeze.lift(coordinator(), "over", own, NOW);
        refused(FreezeError.OTHER_SIDE_NEEDED, () -> freeze.lift(coordinator(), "over", own, NOW));
        freeze.lift(ofAuthority(Role.AUTHORITY_REVIEWER), "over", own, NOW);
        assertFalse(freeze.stops());
    }

    @Test
    void liftedFreezeStaysLifted() {
        Freeze freeze = everything(coordinator());
        freeze.lift(ofAuthority(Role.DUTY_OFFICER), "over", FreezeConcern.everything(), NOW);
        freeze.lift(coordinator(), "over", FreezeConcern.everything(), NOW);
        refused(FreezeError.WRONG_STATE, () -> freeze.lift(coordinator(), "again", FreezeConcern.everything(), NOW));
    }

    @ParameterizedTest
    @EnumSource(FreezeKind.class)
    void scopeNamesOneThingOrEverything(FreezeKind kind) {
        boolean all = kind == FreezeKind.ALL;
        refused(FreezeError.SCOPE_NOT_ONE, () -> new FreezeScope(kind, all ? Optional.of(PERSON) : Optional.empty()));
    }

    @Test
    void everyPairOfStatesFollowsTheTable() {
        Map<FreezeState, Set<FreezeState>> table = Map.of(
                FreezeState.STANDING, EnumSet.of(FreezeState.LIFT_PROPOSED),
                FreezeState.LIFT_PROPOSED, EnumSet.of(FreezeState.LIFTED));
        for (FreezeState from : FreezeState.values()) {
            for (FreezeState to : FreezeState.values()) {
                assertEquals(table.getOrDefault(from, Set.of()).contains(to), from.canBecome(to), from + " → " + to);
            }
            assertEquals(from != FreezeState.LIFTED, from.stops());
        }
    }

    private static Freeze freeze(Actor actor, FreezeScope scope) {
        return new Freeze(actor, scope, "suspicious use", concern(), NOW);
    }

    private static Freeze everything(Actor actor) {
        return new Freeze(actor, FreezeScope.all(), "attack", FreezeConcern.everything(), NOW);
    }

    private static FreezeConcern concern() {
        return new FreezeConcern(Set.of(BANK), Set.of(BANK, PROVIDER, SECRETARIAT), Set.of(AUTHORITY), Set.of(RIVAL));
    }
}
