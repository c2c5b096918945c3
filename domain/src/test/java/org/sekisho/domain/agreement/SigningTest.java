package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.agreement.Refusals.refuses;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.Reauthentication.Factor;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;

class SigningTest {

    private static final Instant NOW = AgreementFixture.SIGNING;

    private final AgreementFixture fixture = new AgreementFixture();

    private Signing signing() {
        return fixture.version().signing();
    }

    private DomainEvent sign(Actor actor, SigningAuthority authority, String hash, Reauthentication credentials) {
        return signing().sign(actor, authority, hash, credentials, NOW);
    }

    private void signAs(Actor actor) {
        sign(actor, fixture.authority(actor), fixture.hash(), AgreementFixture.credentials(actor, NOW));
    }

    @ParameterizedTest
    @EnumSource(ClauseKind.class)
    void signingOpensOnlyWithTheClausesThatNobodyCanDoWithout(ClauseKind kind) {
        fixture.drafted();
        fixture.version().removeClause(fixture.coordinator, kind);
        fixture.openRound();
        if (Signing.NEEDED.contains(kind)) {
            refuses(AgreementError.CLAUSE_NEEDED, () -> fixture.openSigning());
        } else {
            fixture.openSigning();
            assertTrue(fixture.version().contentHash().isPresent());
        }
    }

    @Test
    void openingSigningFixesTheContentAndClosesTheRound() {
        fixture.signing();
        assertTrue(fixture.version().requireRound().closedAt().isPresent());
        assertEquals(fixture.hash(), ContentHash.of(fixture.version().content().orElseThrow()));
        assertEquals(
                Optional.of(SampleClauses.FIRST_DAY),
                fixture.version().requireTerm().governsFrom());
        refuses(AgreementError.VERSION_WRONG_STATE, () -> fixture.version()
                .putClause(fixture.coordinator, SampleClauses.usage(1), SampleClauses.TABLES));
    }

    @Test
    void versionGovernsFromADayWithinItsTerm() {
        fixture.negotiating();
        for (LocalDate day : List.of(SampleClauses.FIRST_DAY.minusDays(1), SampleClauses.LAST_DAY.plusDays(1))) {
            refuses(AgreementError.GOVERNS_FROM_OUTSIDE_TERM, () -> signing()
                    .open(fixture.coordinator, Optional.of(day), SampleClauses.TABLES, NOW));
        }
        signing().open(fixture.coordinator, Optional.of(SampleClauses.LAST_DAY), SampleClauses.TABLES, NOW);
    }

    @Test
    void signingDoesNotOpenAfterTheTerm() {
        fixture.negotiating();
        refuses(AgreementError.TERM_OVER, () -> signing()
                .open(fixture.coordinator, Optional.empty(), SampleClauses.TABLES, AgreementFixture.OVER));
    }

    @Test
    void versionIsSignedWhenEveryPartyHasSigned() {
        fixture.signing();
        List<Actor> signatories =
                List.of(fixture.bankSignatory, fixture.providerSignatory, fixture.secretariatSignatory);
        for (Actor signatory : signatories) {
            assertEquals(VersionState.SIGNING, fixture.version().state());
            fixture.approve(signatory, NOW);
            signAs(signatory);
        }
        assertEquals(VersionState.SIGNED, fixture.version().state());
        assertEquals(AgreementState.SIGNED, fixture.agreement.state());
        assertTrue(signing().missing().isEmpty());
    }

    @Test
    void timeAloneNeverSigns() {
        fixture.signing();
        refuses(AgreementError.VERSION_WRONG_STATE, () -> fixture.version().startTerm(AgreementFixture.GOVERNS));
        assertEquals(3, signing().missing().size());
    }

    @Test
    void agreementCannotBeSignedTwiceByOneParty() {
        fixture.signing();
        fixture.approve(fixture.bankCiso, NOW);
        signAs(fixture.bankSignatory);
        refuses(AgreementError.ALREADY_SIGNED, () -> signAs(fixture.bankSignatory));
        Actor colleague = AgreementFixture.person(fixture.bank, OrganisationKind.INSTITUTION, Role.SIGNATORY);
        refuses(AgreementError.ALREADY_SIGNED, () -> signAs(colleague));
    }

    @Test
    void onlySignatoriesOfPartiesSign() {
        fixture.signing();
        fixture.approve(fixture.bankCiso, NOW);
        for (Actor actor : List.of(fixture.bankCiso, fixture.rivalSignatory, fixture.coordinator)) {
            refuses(
                    AgreementError.SIGNATORY_ONLY,
                    () -> sign(
                            actor,
                            fixture.authority(fixture.bankSignatory),
                            fixture.hash(),
                            AgreementFixture.credentials(actor, NOW)));
        }
    }

    @Test
    void nobodySignsForTwoParties() {
        fixture.signing();
        fixture.approve(fixture.bankCiso, NOW);
        fixture.approve(fixture.providerSignatory, NOW);
        signAs(fixture.bankSignatory);
        Actor seconded = Actor.person(
                fixture.bankSignatory.requirePerson(),
                fixture.provider,
                OrganisationKind.MODEL_PROVIDER,
                Set.of(fixture.bank, fixture.provider),
                Set.of(Role.SIGNATORY));
        refuses(AgreementError.SIGNED_FOR_OTHER_PARTY, () -> signAs(seconded));
    }

    @Test
    void partySignsOnlyAfterItsInternalApprovalIsComplete() {
        fixture.signing();
        refuses(AgreementError.APPROVAL_NEEDED, () -> signAs(fixture.bankSignatory));
        signing().planApproval(fixture.bankCiso, List.of("Section head", "Director"), NOW);
        refuses(AgreementError.APPROVAL_NEEDED, () -> signAs(fixture.bankSignatory));
        signing().recordApproval(fixture.bankCiso, AgreementFixture.decision(1, true, NOW), NOW);
        refuses(AgreementError.APPROVAL_NEEDED, () -> signAs(fixture.bankSignatory));
        assertFalse(signing().isApproved(fixture.bank));
        signing().recordApproval(fixture.bankCiso, AgreementFixture.decision(2, true, NOW), NOW);
        assertTrue(signing().isApproved(fixture.bank));
        assertFalse(signing().isApproved(fixture.provider));
        signAs(fixture.bankSignatory);
    }

    @Test
    void otherPartysApprovalDoesNotCount() {
        fixture.signing();
        fixture.approve(fixture.providerSignatory, NOW);
        refuses(AgreementError.APPROVAL_NEEDED, () -> signAs(fixture.bankSignatory));
    }

    @Test
    void signatoryNeedsAuthorityOnFile() {
        fixture.signing();
        fixture.approve(fixture.bankCiso, NOW);
        Reauthentication credentials = AgreementFixture.credentials(fixture.bankSignatory, NOW);
        Actor colleague = AgreementFixture.person(fixture.bank, OrganisationKind.INSTITUTION, Role.SIGNATORY);
        SigningAuthority revoked = fixture.authority(fixture.bankSignatory);
        revoked.revoke(fixture.bankCiso, NOW);
        LocalDate yesterday = Days.of(NOW).minusDays(1);
        for (SigningAuthority wrong : List.of(
                fixture.authority(colleague),
                fixture.authority(fixture.providerSignatory),
                fixture.authority(fixture.bankSignatory, yesterday),
                revoked)) {
            refuses(
                    AgreementError.AUTHORITY_NEEDED,
                    () -> sign(fixture.bankSignatory, wrong, fixture.hash(), credentials));
        }
        sign(
                fixture.bankSignatory,
                fixture.authority(fixture.bankSignatory, yesterday.plusDays(1)),
                fixture.hash(),
                credentials);
    }

    @Test
    void onlyTheHashThatIsFixedIsSigned() {
        fixture.signing();
        fixture.approve(fixture.bankCiso, NOW);
        refuses(
                AgreementError.HASH_DIFFERS,
                () -> sign(
                        fixture.bankSignatory,
                        fixture.authority(fixture.bankSignatory),
                        AgreementFixture.FILE,
                        AgreementFixture.credentials(fixture.bankSignatory, NOW)));
    }

    @Test
    void credentialsAreTheSignatorysOwnAndFresh() {
        fixture.signing();
        fixture.approve(fixture.bankCiso, NOW);
        Actor signatory = fixture.bankSignatory;
        for (Reauthentication wrong : List.of(
                AgreementFixture.credentials(fixture.providerSignatory, NOW),
                AgreementFixture.credentials(signatory, NOW.plusSeconds(1)),
                AgreementFixture.credentials(
                        signatory, NOW.minus(Reauthentication.COUNTS).minusSeconds(1)),
                new Reauthentication(signatory.requirePerson(), NOW, Set.of(), true))) {
            refuses(
                    AgreementError.REAUTHENTICATION_NEEDED,
                    () -> sign(signatory, fixture.authority(signatory), fixture.hash(), wrong));
        }
        sign(
                signatory,
                fixture.authority(signatory),
                fixture.hash(),
                AgreementFixture.credentials(signatory, NOW.minus(Reauthentication.COUNTS)));
    }

    @Test
    void oneFactorIsEnoughOnlyWhereItIsWaivedAndThatIsOnRecord() {
        fixture.signing();
        fixture.approve(fixture.bankCiso, NOW);
        Actor signatory = fixture.bankSignatory;
        SigningAuthority authority = fixture.authority(signatory);
        refuses(
                AgreementError.SECOND_FACTOR_NEEDED,
                () -> sign(
                        signatory,
                        authority,
                        fixture.hash(),
                        new Reauthentication(signatory.requirePerson(), NOW, Set.of(Factor.PASSWORD), false)));
        sign(
                signatory,
                authority,
                fixture.hash(),
                new Reauthentication(signatory.requirePerson(), NOW, Set.of(Factor.PASSWORD), true));
        assertEquals(
                SignatureMethod.ONE_FACTOR,
                fixture.version().signatures().get(0).method());
    }

    @Test
    void signatureIsARowWithHashPersonTimeAndMethod() {
        fixture.signing();
        fixture.approve(fixture.bankCiso, NOW);
        DomainEvent event = sign(
                fixture.bankSignatory,
                fixture.authority(fixture.bankSignatory),
                fixture.hash(),
                AgreementFixture.credentials(fixture.bankSignatory, NOW));
        Signature signature = fixture.version().signatures().get(0);
        assertEquals(fixture.hash(), signature.contentHash());
        assertEquals(fixture.bankSignatory.person(), signature.person());
        assertEquals(NOW, signature.recordedAt());
        assertEquals(SignatureMethod.TWO_FACTORS, signature.method());
        assertEquals(fixture.hash(), event.details().get("hash"));
        assertEquals(List.of("PASSWORD", "ONE_TIME_CODE"), event.details().get("factors"));
    }

    @Test
    void nobodySignsAfterTheTerm() {
        fixture.signing();
        fixture.approve(fixture.bankCiso, NOW);
        Instant over = AgreementFixture.OVER;
        refuses(AgreementError.TERM_OVER, () -> signing()
                .sign(
                        fixture.bankSignatory,
                        fixture.authority(fixture.bankSignatory),
                        fixture.hash(),
                        AgreementFixture.credentials(fixture.bankSignatory, over),
                        over));
    }

    @Test
    void signatureWithdrawnBeforeTheFirstDayReopensSigning() {
        fixture.signed();
        signing().withdraw(fixture.bankSignatory, "The board wants to see it again", NOW);
        assertEquals(VersionState.SIGNING, fixture.version().state());
        assertEquals(AgreementState.SIGNING, fixture.agreement.state());
        assertEquals(1, signing().missing().size());
        signAs(fixture.bankSignatory);
        assertEquals(VersionState.SIGNED, fixture.version().state());
        assertEquals(4, fixture.version().signatures().size());
    }

    @Test
    void onlyTheSignatoryOfAPartyThatSignedWithdraws() {
        fixture.signing();
        refuses(AgreementError.NOT_SIGNED, () -> signing().withdraw(fixture.bankSignatory, "Nothing there", NOW));
        refuses(AgreementError.SIGNATORY_ONLY, () -> signing().withdraw(fixture.coordinator, "For them", NOW));
    }

    @Test
    void signedVersionIsNotGivenUpOverTheHeadsOfItsSigners() {
        fixture.signed();
        refuses(AgreementError.VERSION_WRONG_STATE, () -> fixture.version()
                .withdraw(fixture.coordinator, "Changed our mind", NOW));
    }
}
