package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sekisho.domain.agreement.Refusals.refuses;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.SharedError;

class OutsideSignatureTest {

    private static final Instant NOW = AgreementFixture.SIGNING;

    private final AgreementFixture fixture = new AgreementFixture();

    @BeforeEach
    void openSigning() {
        fixture.signing();
        fixture.approve(fixture.bankCiso, NOW);
    }

    private Signing signing() {
        return fixture.version().signing();
    }

    private void attach() {
        signing().attach(fixture.bankCiso, fixture.authority(fixture.bankSignatory), fixture.outside(), NOW);
    }

    private Signature signature() {
        return fixture.version().signatures().get(0);
    }

    private void confirm(Actor actor) {
        signing().confirm(actor, fixture.bank, AgreementFixture.FILE, NOW);
    }

    @Test
    void attachedSignatureBindsOnceBothSidesConfirmedIt() {
        attach();
        assertEquals(SignatureState.UNCONFIRMED, signature().state());
        assertEquals(3, signing().missing().size());
        confirm(fixture.coordinator);
        assertEquals(SignatureState.UNCONFIRMED, signature().state());
        confirm(fixture.bankSignatory);
        assertEquals(SignatureState.IN_EFFECT, signature().state());
        assertEquals(2, signing().missing().size());
    }

    @Test
    void theLastConfirmationSignsTheVersion() {
        for (Actor signatory : List.of(fixture.providerSignatory, fixture.secretariatSignatory)) {
            fixture.approve(signatory, NOW);
            fixture.sign(signatory, NOW);
        }
        attach();
        confirm(fixture.bankSignatory);
        assertEquals(VersionState.SIGNING, fixture.version().state());
        confirm(fixture.coordinator);
        assertEquals(VersionState.SIGNED, fixture.version().state());
    }

    @Test
    void oneSideConfirmsOnlyOnce() {
        attach();
        confirm(fixture.coordinator);
        refuses(AgreementError.CONFIRMED_ALREADY, () -> confirm(fixture.coordinator));
        Actor colleague = AgreementFixture.person(fixture.secretariat, OrganisationKind.SECRETARIAT, Role.COORDINATOR);
        refuses(AgreementError.CONFIRMED_ALREADY, () -> confirm(colleague));
    }

    @Test
    void secretariatsOwnSignatureIsConfirmedByTwoPeopleOfIt() {
        fixture.approve(fixture.coordinator, NOW);
        signing().attach(fixture.coordinator, fixture.authority(fixture.secretariatSignatory), fixture.outside(), NOW);
        signing().confirm(fixture.coordinator, fixture.secretariat, AgreementFixture.FILE, NOW);
        refuses(AgreementError.CONFIRMED_BY_SAME_PERSON, () -> signing()
                .confirm(fixture.coordinator, fixture.secretariat, AgreementFixture.FILE, NOW));
        signing().confirm(fixture.secretariatSignatory, fixture.secretariat, AgreementFixture.FILE, NOW);
        assertEquals(SignatureState.IN_EFFECT, signature().state());
    }

    @Test
    void othersDoNotConfirm() {
        attach();
        refuses(AgreementError.CONFIRMATION_NOT_YOURS, () -> confirm(fixture.providerSignatory));
        refuses(AgreementError.PARTY_ONLY, () -> confirm(fixture.rivalSignatory));
        refuses(AgreementError.PARTY_ONLY, () -> confirm(fixture.bankAnalyst));
    }

    @Test
    void onlyTheFileThatWasLookedAtIsConfirmed() {
        attach();
        refuses(AgreementError.HASH_DIFFERS, () -> signing()
                .confirm(fixture.coordinator, fixture.bank, "cd".repeat(32), NOW));
    }

    @Test
    void signatureMadeInThePortalHasNothingToConfirm() {
        fixture.sign(fixture.bankSignatory, NOW);
        refuses(AgreementError.HASH_DIFFERS, () -> confirm(fixture.coordinator));
        refuses(AgreementError.NOT_SIGNED, () -> signing()
                .confirm(fixture.coordinator, fixture.provider, AgreementFixture.FILE, NOW));
        refuses(SharedError.NOT_FOUND, () -> signing()
                .confirm(fixture.coordinator, fixture.rival, AgreementFixture.FILE, NOW));
    }

    @Test
    void fileThatDoesNotMatchIsRejectedAndAnotherAttached() {
        attach();
        signing().reject(fixture.coordinator, fixture.bank, "Page 7 is missing", NOW);
        assertEquals(SignatureState.REJECTED, signature().state());
        attach();
        assertEquals(2, fixture.version().signatures().size());
    }

    @Test
    void boundSignatureIsNotRejected() {
        fixture.sign(fixture.bankSignatory, NOW);
        refuses(AgreementError.SIGNATURE_WRONG_STATE, () -> signing()
                .reject(fixture.coordinator, fixture.bank, "Too late", NOW));
    }

    @Test
    void outsideSignatureNeedsTheSameAsAnyOther() {
        SigningAuthority authority = fixture.authority(fixture.bankSignatory);
        OutsideSignature other = new OutsideSignature(
                SignatureMethod.OUTSIDE_CERTIFICATE,
                AgreementFixture.FILE,
                AgreementFixture.FILE,
                "signed.pdf",
                Days.of(NOW));
        refuses(AgreementError.HASH_DIFFERS, () -> signing().attach(fixture.bankCiso, authority, other, NOW));
        refuses(AgreementError.APPROVAL_NEEDED, () -> signing()
                .attach(
                        fixture.providerSignatory,
                        fixture.authority(fixture.providerSignatory),
                        fixture.outside(),
                        NOW));
        refuses(AgreementError.AUTHORITY_NEEDED, () -> signing()
                .attach(fixture.bankCiso, fixture.authority(fixture.providerSignatory), fixture.outside(), NOW));
        attach();
        refuses(AgreementError.ALREADY_SIGNED, this::attach);
    }

    @Test
    void signerOutsideNeedNotBeAUser() {
        SigningAuthority president = new SigningAuthority(
                fixture.coordinator,
                fixture.bank,
                Optional.empty(),
                "Tanaka Hanako",
                AuthorityKind.REPRESENTATION,
                "Commercial register, 1 April 2026",
                SampleClauses.LAST_DAY,
                NOW);
        signing().attach(fixture.bankCiso, president, fixture.outside(), NOW);
        assertEquals("Tanaka Hanako", signature().signerName());
        assertEquals(Optional.empty(), signature().person());
    }

    @Test
    void fileIsNamedByItsHash() {
        refuses(
                AgreementError.HASH_MALFORMED,
                () -> new OutsideSignature(
                        SignatureMethod.OUTSIDE_PAPER, fixture.hash(), "ABC", "a.pdf", Days.of(NOW)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new OutsideSignature(
                        SignatureMethod.TWO_FACTORS, fixture.hash(), AgreementFixture.FILE, "a.pdf", Days.of(NOW)));
    }

    @Test
    void nothingIsSignedInTheFuture() {
        OutsideSignature tomorrow = new OutsideSignature(
                SignatureMethod.OUTSIDE_PAPER,
                fixture.hash(),
                AgreementFixture.FILE,
                "a.pdf",
                Days.of(NOW).plusDays(1));
        refuses(AgreementError.DAY_IN_FUTURE, () -> signing()
                .attach(fixture.bankCiso, fixture.authority(fixture.bankSignatory), tomorrow, NOW));
    }

    @Test
    void unconfirmedSignatureCanBeWithdrawn() {
        attach();
        signing().withdraw(fixture.bankSignatory, "Wrong file", NOW);
        assertEquals(SignatureState.WITHDRAWN, signature().state());
        assertEquals(AgreementState.SIGNING, fixture.agreement.state());
    }
}
