package org.sekisho.domain.report.release;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.shared.Checks;

/**
 * For whom a rendering is made.
 *
 * @param people who reads it; empty for everyone who acts for the organisation
 */
public record Recipient(UUID organisation, OrganisationKind kind, Set<UUID> people) {

    /** The most people by name. */
    public static final int MOST_PEOPLE = 50;

    public Recipient {
        Checks.require(organisation, "recipient");
        Checks.require(kind, "kind");
        people = Set.copyOf(people);
        Checks.check(people.size() <= MOST_PEOPLE, ReleaseError.TOO_MANY_PEOPLE, Map.of("limit", MOST_PEOPLE));
    }

    /** As which audience it reads, which decides what is masked. */
    public Audience audience() {
        return audience(kind);
    }

    /** As which audience organisations of this kind read what isn't their own. */
    public static Audience audience(OrganisationKind kind) {
        return switch (kind) {
            case INSTITUTION -> Audience.PEER;
            case IT_VENDOR -> Audience.VENDOR;
            case AUTHORITY, MINISTRY -> Audience.AUTHORITY;
            case AUDIT_FIRM -> Audience.AUDITOR;
            case MODEL_PROVIDER -> Audience.PROVIDER;
            case SECRETARIAT -> Audience.SECRETARIAT;
        };
    }
}
