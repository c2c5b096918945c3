package org.sekisho.domain.agreement.clause;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sekisho.domain.shared.Checks;

/**
 * What is masked for whom.
 *
 * @param profiles one per audience; an audience without a profile sees everything sensitive masked
 */
public record RedactionClause(List<Profile> profiles) implements Clause {

    /**
     * What one audience doesn't see.
     *
     * @param masked may be empty: then nothing is masked
     */
    public record Profile(Audience audience, Set<SensitiveMatter> masked) {
        public Profile {
            Checks.require(audience, "audience");
            masked = ClauseChecks.set(SensitiveMatter.class, masked, "masked");
        }
    }

    public RedactionClause {
        profiles = ClauseChecks.list(profiles, "profiles", Audience.values().length, Profile::audience);
        ClauseChecks.notEmpty(profiles, "profiles");
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.REDACTION;
    }

    /** What the audience doesn't see. */
    public Set<SensitiveMatter> maskedFor(Audience audience) {
        return profiles.stream()
                .filter(profile -> profile.audience() == audience)
                .findFirst()
                .map(Profile::masked)
                .orElseGet(() -> EnumSet.allOf(SensitiveMatter.class));
    }
}
