package org.sekisho.domain.assurance.engagement;

import java.util.UUID;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.shared.Checks;

/**
 * Who commissions an audit of whom. Nobody commissions the audit of itself: an authority does the one of the secretariat, which operates
 * the installation too, and the secretariat does all others.
 *
 * @param owner the organisation that commissions it, appoints the firm and takes the report
 * @param by what that organisation is
 * @param of what the audited organisation is
 */
public record Commission(UUID owner, OrganisationKind by, OrganisationKind of) {

    public Commission {
        Checks.require(owner, "owner");
    }

    /** Whether an organisation of the one kind commissions audits of those of the other. */
    public static boolean isPossible(OrganisationKind by, OrganisationKind of) {
        return switch (by) {
            case SECRETARIAT -> of != OrganisationKind.SECRETARIAT && of != OrganisationKind.AUDIT_FIRM;
            case AUTHORITY -> of == OrganisationKind.SECRETARIAT;
            case INSTITUTION, MODEL_PROVIDER, IT_VENDOR, AUDIT_FIRM, MINISTRY -> false;
        };
    }

    void check(UUID audited) {
        Checks.check(!owner.equals(audited), AssuranceError.COMMISSIONED_BY_AUDITED);
        Checks.check(isPossible(by, of), AssuranceError.COMMISSION_NOT_THEIRS);
    }
}
