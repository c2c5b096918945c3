package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.agreement.Refusals.refuses;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

class SigningAuthorityTest {

    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Instant NOW = AgreementFixture.SIGNING;

    private final AgreementFixture fixture = new AgreementFixture();

    private SigningAuthority record(Actor actor) {
        return new SigningAuthority(
                actor,
                fixture.bank,
                fixture.bankSignatory.person(),
                "Suzuki Ichiro",
                AuthorityKind.INTERNAL_RULES,
                "Rule 12",
                LAST,
                NOW);
    }

    @Test
    void countsUntilItsLastDayInTokyo() {
        SigningAuthority authority = record(fixture.bankCiso);
        assertTrue(authority.counts(fixture.bank, Days.endOf(LAST).minusMillis(1)));
        assertFalse(authority.counts(fixture.bank, Days.endOf(LAST)));
        assertFalse(authority.counts(fixture.rival, NOW));
    }

    @Test
    void nobodyPutsTheirOwnAuthorityOnFile() {
        refuses(AgreementError.AUTHORITY_OWN, () -> record(fixture.bankSignatory));
        SigningAuthority authority = record(fixture.coordinator);
        refuses(AgreementError.AUTHORITY_OWN, () -> authority.revoke(fixture.bankSignatory, NOW));
    }

    @Test
    void othersDoNotKeepIt() {
        for (Actor actor : List.of(
                fixture.rivalSignatory,
                fixture.bankAnalyst,
                fixture.authorityReviewer,
                AgreementFixture.person(fixture.secretariat, OrganisationKind.SECRETARIAT, Role.ADMINISTRATOR))) {
            refuses(AgreementError.AUTHORITY_OF_OTHERS, () -> record(actor));
        }
    }

    @Test
    void revokedAuthorityCountsForNothing() {
        SigningAuthority authority = record(fixture.coordinator);
        assertEquals(
                "signing-authority.revoked",
                authority.revoke(fixture.bankCiso, NOW).name());
        assertFalse(authority.counts(fixture.bank, NOW));
        refuses(AgreementError.AUTHORITY_REVOKED, () -> authority.revoke(fixture.bankCiso, NOW));
    }

    @Test
    void holderIsNotInTheOpenOfTheEvent() {
        assertEquals(
                "Suzuki Ichiro",
                record(fixture.coordinator).recorded().personal().get("holder"));
    }
}
