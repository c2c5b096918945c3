package org.sekisho.domain.party;

import static org.sekisho.domain.party.OrganisationKind.AUDIT_FIRM;
import static org.sekisho.domain.party.OrganisationKind.AUTHORITY;
import static org.sekisho.domain.party.OrganisationKind.INSTITUTION;
import static org.sekisho.domain.party.OrganisationKind.IT_VENDOR;
import static org.sekisho.domain.party.OrganisationKind.MINISTRY;
import static org.sekisho.domain.party.OrganisationKind.MODEL_PROVIDER;
import static org.sekisho.domain.party.OrganisationKind.SECRETARIAT;

import java.util.EnumSet;
import java.util.Set;

/** What a person does in the working group, at one organisation. Which organisations a role exists at is part of it. */
public enum Role {
    COORDINATOR(SECRETARIAT),
    CHAIR(OrganisationKind.values()),
    SIGNATORY(SECRETARIAT, INSTITUTION, MODEL_PROVIDER, IT_VENDOR, AUTHORITY),
    ANALYST(INSTITUTION, AUTHORITY),
    SECURITY_REVIEWER(INSTITUTION),
    CISO(INSTITUTION),
    VENDOR_ENGINEER(IT_VENDOR),
    AUTHORITY_REVIEWER(AUTHORITY),
    DUTY_OFFICER(AUTHORITY, INSTITUTION),
    AUDITOR(AUDIT_FIRM),
    ORGANISATION_ADMINISTRATOR(OrganisationKind.values()),
    ADMINISTRATOR(SECRETARIAT),
    OBSERVER(MINISTRY);

    private final Set<OrganisationKind> organisations;

    Role(OrganisationKind... organisations) {
        this.organisations = EnumSet.noneOf(OrganisationKind.class);
        this.organisations.addAll(Set.of(organisations));
    }

    /** Whether an organisation of this kind has people in this role. */
    public boolean existsAt(OrganisationKind kind) {
        return organisations.contains(kind);
    }

    /** Whether holders must sign in with a second factor outside the demo regime. */
    public boolean needsSecondFactor() {
        return switch (this) {
            case ADMINISTRATOR,
                    ORGANISATION_ADMINISTRATOR,
                    COORDINATOR,
                    SIGNATORY,
                    SECURITY_REVIEWER,
                    AUTHORITY_REVIEWER,
                    CISO -> true;
            case CHAIR, ANALYST, VENDOR_ENGINEER, DUTY_OFFICER, AUDITOR, OBSERVER -> false;
        };
    }
}
