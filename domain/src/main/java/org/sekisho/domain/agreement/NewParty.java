package org.sekisho.domain.agreement;

import java.util.UUID;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.shared.Checks;

/**
 * An organisation that is to become a party.
 *
 * @param kind what the organisation is; it decides in which role it can be a party
 * @param name the full name that stands in the document, as it is on this day
 */
public record NewParty(UUID organisation, OrganisationKind kind, PartyRole role, Words name) {

    public NewParty {
        Checks.require(organisation, "organisation");
        Checks.require(kind, "kind");
        Checks.require(role, "role");
        name.atMost(AgreementParty.NAME_LIMIT, "name");
    }

    /** Whether an organisation of this kind can be a party in this role. */
    boolean fits() {
        return switch (role) {
            case INSTITUTION_RECEIVING -> kind == OrganisationKind.INSTITUTION || kind == OrganisationKind.AUTHORITY;
            case PROVIDER -> kind == OrganisationKind.MODEL_PROVIDER;
            case SECRETARIAT -> kind == OrganisationKind.SECRETARIAT;
                // Auditors and ministries watch; whoever watches is not bound to what is watched.
            case ACCEDING -> kind != OrganisationKind.AUDIT_FIRM && kind != OrganisationKind.MINISTRY;
        };
    }
}
