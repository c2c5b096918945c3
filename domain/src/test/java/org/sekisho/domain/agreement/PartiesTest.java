package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.agreement.Refusals.refuses;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.SharedError;

class PartiesTest {

    private static final Words NAME = new Words("Name", "名称");

    private final AgreementFixture fixture = new AgreementFixture();

    private Agreement draft(List<NewParty> parties) {
        return new Agreement(fixture.coordinator, "AGR-2026-0001", NAME, parties, AgreementFixture.DRAFTED);
    }

    @Test
    void eachNeededRoleIsThereExactlyOnce() {
        for (int missing = 0; missing < 3; missing++) {
            List<NewParty> parties = new ArrayList<>(fixture.parties());
            NewParty party = parties.remove(missing);
            refuses(AgreementError.PARTY_ROLE_NEEDED_ONCE, () -> draft(parties));
            parties.add(party);
            parties.add(new NewParty(Ids.next(), party.kind(), party.role(), NAME));
            refuses(AgreementError.PARTY_ROLE_NEEDED_ONCE, () -> draft(parties));
        }
    }

    @ParameterizedTest
    @EnumSource(OrganisationKind.class)
    void organisationIsPartyOnlyInRolesThatFitIt(OrganisationKind kind) {
        for (PartyRole role : PartyRole.values()) {
            boolean fits =
                    switch (role) {
                        case INSTITUTION_RECEIVING -> kind == OrganisationKind.INSTITUTION
                                || kind == OrganisationKind.AUTHORITY;
                        case PROVIDER -> kind == OrganisationKind.MODEL_PROVIDER;
                        case SECRETARIAT -> kind == OrganisationKind.SECRETARIAT;
                        case ACCEDING -> kind != OrganisationKind.AUDIT_FIRM && kind != OrganisationKind.MINISTRY;
                    };
            assertEquals(fits, new NewParty(Ids.next(), kind, role, NAME).fits(), role + " " + kind);
        }
        List<NewParty> parties = new ArrayList<>(fixture.parties());
        parties.set(0, new NewParty(Ids.next(), OrganisationKind.AUDIT_FIRM, PartyRole.INSTITUTION_RECEIVING, NAME));
        refuses(AgreementError.PARTY_ROLE_UNFIT, () -> draft(parties));
    }

    @Test
    void organisationIsPartyOnlyOnce() {
        List<NewParty> parties = new ArrayList<>(fixture.parties());
        parties.add(new NewParty(fixture.bank, OrganisationKind.INSTITUTION, PartyRole.ACCEDING, NAME));
        refuses(AgreementError.PARTY_TWICE, () -> draft(parties));
    }

    @Test
    void otherAccedesWithAVersionAndMustSignIt() {
        NewParty vendor = new NewParty(Ids.next(), OrganisationKind.IT_VENDOR, PartyRole.ACCEDING, NAME);
        fixture.governing();
        refuses(
                AgreementError.VERSION_WRONG_STATE,
                () -> fixture.agreement.parties().accede(fixture.coordinator, vendor));
        fixture.agreement.amend(fixture.coordinator, 1, AgreementFixture.LATER);
        fixture.agreement.parties().accede(fixture.coordinator, vendor);
        refuses(AgreementError.PARTY_TWICE, () -> fixture.agreement.parties().accede(fixture.coordinator, vendor));
        assertEquals(3, fixture.agreement.requireVersion(1).parties().size());
        assertEquals(4, fixture.version().parties().size());
        assertEquals(4, fixture.version().signing().missing().size());
    }

    @Test
    void onlyOthersAccedeLater() {
        NewParty provider = new NewParty(Ids.next(), OrganisationKind.MODEL_PROVIDER, PartyRole.PROVIDER, NAME);
        refuses(
                AgreementError.PARTY_ROLE_NEEDED_ONCE,
                () -> fixture.agreement.parties().accede(fixture.coordinator, provider));
    }

    @Test
    void whoIsBoundIsNotLeftOut() {
        NewParty vendor = new NewParty(Ids.next(), OrganisationKind.IT_VENDOR, PartyRole.ACCEDING, NAME);
        fixture.agreement.parties().accede(fixture.coordinator, vendor);
        fixture.agreement.parties().leaveOut(fixture.coordinator, vendor.organisation());
        assertEquals(3, fixture.version().parties().size());
        fixture.agreement.parties().accede(fixture.coordinator, vendor);
        assertEquals(4, fixture.version().parties().size());
        refuses(
                AgreementError.PARTY_STAYS,
                () -> fixture.agreement.parties().leaveOut(fixture.coordinator, fixture.provider));
        refuses(SharedError.NOT_FOUND, () -> fixture.agreement.parties().leaveOut(fixture.coordinator, fixture.rival));

        var vendorSignatory =
                AgreementFixture.person(vendor.organisation(), OrganisationKind.IT_VENDOR, Role.SIGNATORY);
        fixture.signed();
        assertEquals(VersionState.SIGNING, fixture.version().state());
        fixture.approve(vendorSignatory, AgreementFixture.SIGNING);
        fixture.sign(vendorSignatory, AgreementFixture.SIGNING);
        fixture.version().startTerm(AgreementFixture.GOVERNS);
        fixture.agreement.amend(fixture.coordinator, 1, AgreementFixture.LATER);
        refuses(
                AgreementError.PARTY_STAYS,
                () -> fixture.agreement.parties().leaveOut(fixture.coordinator, vendor.organisation()));
    }

    @Test
    void partiesAreLimited() {
        for (int i = 3; i < Parties.LIMIT; i++) {
            fixture.agreement
                    .parties()
                    .accede(
                            fixture.coordinator,
                            new NewParty(Ids.next(), OrganisationKind.IT_VENDOR, PartyRole.ACCEDING, NAME));
        }
        refuses(AgreementError.TOO_MANY_PARTIES, () -> fixture.agreement
                .parties()
                .accede(
                        fixture.coordinator,
                        new NewParty(Ids.next(), OrganisationKind.IT_VENDOR, PartyRole.ACCEDING, NAME)));
    }
}
