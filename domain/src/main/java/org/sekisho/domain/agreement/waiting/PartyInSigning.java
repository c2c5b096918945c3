package org.sekisho.domain.agreement.waiting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.ApprovalState;
import org.sekisho.domain.agreement.PartyRules;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.party.Permissions;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

/**
 * A party whose signature on a fixed content is missing, or isn't confirmed yet.
 *
 * @param secretariat the organisation whose coordinator confirms too
 * @param governs whether the version governs: the party withdrew its signature
 * @param governsFrom the first day on which it can govern
 * @param lastDay of the term
 * @param approval where the party's internal approval of this content stands; empty when there is none, or it was returned
 * @param unconfirmed who has confirmed what was signed outside, while a confirmation is missing
 * @param holders people of the party in the role of signatory whose authority to sign is on file today
 * @param heldOutside whether an authority of somebody who has no account, or another role, is on file
 */
public record PartyInSigning(
        Place place,
        UUID secretariat,
        boolean governs,
        LocalDate governsFrom,
        LocalDate lastDay,
        Optional<ApprovalState> approval,
        Optional<Unconfirmed> unconfirmed,
        Set<UUID> holders,
        boolean heldOutside) {

    private static final Set<Role> SIGNATORY = Set.of(Role.SIGNATORY);
    private static final Set<Role> COORDINATOR = Set.of(Role.COORDINATOR);
    /** Of the secretariat as a party, whoever may confirm for it: the coordinators are two then. */
    private static final Set<Role> OF_SECRETARIAT = Set.of(Role.SIGNATORY, Role.COORDINATOR);

    private static final Set<Role> KEEPERS = Permissions.table().getOrDefault("agreement:keep-authority", Set.of());

    public PartyInSigning {
        holders = Set.copyOf(holders);
    }

    /** Who confirmed that a file signed outside matches. */
    public record Unconfirmed(Optional<UUID> byCoordinator, Optional<UUID> byParty) {}

    /** What waits for the party, and for the coordinator. */
    public List<WaitingTask> tasks(Instant now) {
        Optional<Instant> due = due(now);
        if (unconfirmed.isPresent()) {
            return confirmations(unconfirmed.get(), due);
        }
        if (approval.filter(ApprovalState.COMPLETE::equals).isEmpty()) {
            AgreementTask next = approval.isPresent() ? AgreementTask.RECORD_APPROVAL : AgreementTask.PLAN_APPROVAL;
            return List.of(new WaitingTask(next, place, due, place.holding(PartyRules.NEGOTIATORS)));
        }
        if (!holders.isEmpty()) {
            AgreementTask sign = governs ? AgreementTask.SIGN_AGAIN : AgreementTask.SIGN;
            return List.of(
                    new WaitingTask(sign, place, due, place.holding(SIGNATORY).only(holders)));
        }
        return List.of(
                heldOutside
                        ? new WaitingTask(
                                AgreementTask.ATTACH_SIGNATURE, place, due, place.holding(PartyRules.NEGOTIATORS))
                        : new WaitingTask(AgreementTask.RECORD_AUTHORITY, place, due, place.holding(KEEPERS)));
    }

    /** Until the day on which it is to govern; later, while its term lasts. Nothing runs out for what governs already. */
    private Optional<Instant> due(Instant now) {
        if (governs) {
            return Optional.empty();
        }
        Instant first = Days.startOf(governsFrom);
        return Optional.of(now.isBefore(first) ? first : Days.endOf(lastDay));
    }

    private List<WaitingTask> confirmations(Unconfirmed missing, Optional<Instant> due) {
        List<WaitingTask> tasks = new ArrayList<>();
        if (missing.byCoordinator().isEmpty()) {
            tasks.add(new WaitingTask(
                    AgreementTask.CONFIRM_SIGNATURE,
                    place,
                    due,
                    place.holding(COORDINATOR)
                            .at(secretariat)
                            .except(missing.byParty().map(Set::of).orElse(Set.of()))));
        }
        if (missing.byParty().isEmpty()) {
            Set<Role> confirming = place.is(PartyRole.SECRETARIAT) ? OF_SECRETARIAT : SIGNATORY;
            tasks.add(new WaitingTask(
                    AgreementTask.CONFIRM_SIGNATURE,
                    place,
                    due,
                    place.holding(confirming)
                            .except(missing.byCoordinator().map(Set::of).orElse(Set.of()))));
        }
        return tasks;
    }
}
