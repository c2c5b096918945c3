package org.sekisho.domain.party.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.party.PartyExamples.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

class RoleHistoryTest extends RoleExamples {

    @Test
    void rolesCountWhileOpenAndForTwoYearsAfterTheirOrganisationWasLeft() {
        RoleAssignment ended = inState(AssignmentState.ENDED);
        RoleAssignment declined = inState(AssignmentState.DECLINED);
        RoleAssignment open = inState(AssignmentState.REQUESTED);
        List<RoleAssignment> all = List.of(ended, declined, open);

        assertEquals(
                List.of(new HeldRole(Role.SECURITY_REVIEWER, aoba.id(), false)),
                history(all, 0).held());

        person.move(hinode, EmailAddress.of("a@hinode.example"), installation, NOW.plus(Duration.ofDays(1)));
        assertEquals(
                List.of(new HeldRole(Role.SECURITY_REVIEWER, aoba.id(), true)),
                history(List.of(ended, declined), 2).held());
        assertEquals(List.of(), history(List.of(ended, declined), 2 + 731).held());
        assertEquals(Set.of(OrganisationKind.INSTITUTION), history(all, 2).countingKinds());
    }

    private RoleHistory history(List<RoleAssignment> all, int days) {
        return RoleHistory.of(
                all,
                person.affiliations(),
                organisation -> OrganisationKind.INSTITUTION,
                true,
                Days.of(NOW).plusDays(days));
    }
}
