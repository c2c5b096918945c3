package org.sekisho.domain.assurance.engagement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.shared.Checks;

/**
 * What decides whether a firm may take an engagement.
 *
 * @param firm the audit firm's organisation
 * @param kind what that organisation is
 * @param parties the parties of the agreement
 * @param before the firms of the agreement's earlier engagements, the latest first; empty where none was appointed
 * @param after the firms of the agreement's later engagements, the earliest first; empty where none was appointed
 */
public record Appointment(
        UUID firm, OrganisationKind kind, Set<UUID> parties, List<Optional<UUID>> before, List<Optional<UUID>> after) {

    public Appointment {
        parties = Set.copyOf(parties);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** How many engagements in a row the firm would have, this one included. */
    public int inARow() {
        return run(before) + 1 + run(after);
    }

    private int run(List<Optional<UUID>> firms) {
        return (int) firms.stream()
                .takeWhile(other -> other.filter(firm::equals).isPresent())
                .count();
    }

    /** Refuses a firm that is no audit firm, is a party, or has had its turns. */
    void check(UUID responsibleParty, IndependenceRules rules) {
        Checks.check(kind == OrganisationKind.AUDIT_FIRM, AssuranceError.NOT_AN_AUDIT_FIRM);
        Checks.check(
                !parties.contains(firm) && !firm.equals(responsibleParty),
                AssuranceError.FIRM_IS_PARTY,
                Map.of("organisation", firm));
        Checks.check(
                inARow() <= rules.mostConsecutive(),
                AssuranceError.ROTATION_DUE,
                Map.of("firm", firm, "most", rules.mostConsecutive()));
    }
}
