package org.sekisho.ejb.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.access.Reason;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.party.Role;

/**
 * How my access under one agreement stands.
 *
 * @param action what was asked about: the first thing that my granted roles may do under the agreement
 * @param roles those I was granted
 * @param failed the reasons that deny; empty where it is permitted
 * @param trainedUntil the last day on which all training that the action needs counts; empty where it doesn't, or needs none
 * @param until when a permit ends if nothing is done; empty where no day is set for it
 */
public record MyAccess(
        UUID agreement,
        String agreementNumber,
        Action action,
        List<Role> roles,
        Optional<Phase> phase,
        boolean permit,
        List<Reason> failed,
        Optional<LocalDate> trainedUntil,
        Optional<Instant> until) {

    public MyAccess {
        roles = List.copyOf(roles);
        failed = List.copyOf(failed);
    }
}
