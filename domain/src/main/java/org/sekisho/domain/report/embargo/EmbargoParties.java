package org.sekisho.domain.report.embargo;

import org.sekisho.domain.party.OrganisationKind;

/** Who can be asked to keep an embargo. */
public final class EmbargoParties {

    private EmbargoParties() {}

    /** Whether organisations of this kind take part: those that work on findings, and not who coordinates, observes or audits. */
    public static boolean mayKeep(OrganisationKind kind) {
        return switch (kind) {
            case INSTITUTION, MODEL_PROVIDER, IT_VENDOR, AUTHORITY -> true;
            case SECRETARIAT, AUDIT_FIRM, MINISTRY -> false;
        };
    }
}
