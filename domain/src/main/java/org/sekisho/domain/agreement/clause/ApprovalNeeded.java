package org.sekisho.domain.agreement.clause;

import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Checks;

/**
 * How many people in a role must approve, each of them someone else.
 *
 * @param count 1 to 5
 */
public record ApprovalNeeded(Role role, int count) {

    public ApprovalNeeded {
        Checks.require(role, "role");
        ClauseChecks.range(count, "count", 1, 5);
    }
}
