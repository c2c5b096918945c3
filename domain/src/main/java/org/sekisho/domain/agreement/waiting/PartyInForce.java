package org.sekisho.domain.agreement.waiting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.PartyRules;
import org.sekisho.domain.agreement.ResumptionSide;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

/**
 * A party to an agreement that governs, or an authority that looks on.
 *
 * @param lastDay of the term
 * @param followed whether a version that is to follow has been begun
 * @param suspended who has agreed to end the suspension by decision, while there is one
 */
public record PartyInForce(Place place, LocalDate lastDay, boolean followed, Optional<Suspended> suspended) {

    /** How long before its end people are told: a new version takes weeks to negotiate and to sign. */
    public static final Period WARNED_BEFORE = Period.ofDays(60);

    private static final Set<Role> COORDINATOR = Set.of(Role.COORDINATOR);

    /** Who agreed to resume, of each side. */
    public record Suspended(Optional<UUID> oversight, Optional<UUID> concerned) {

        private Optional<UUID> of(ResumptionSide side) {
            return side == ResumptionSide.OVERSIGHT ? oversight : concerned;
        }
    }

    /** What waits for the organisation. */
    public List<WaitingTask> tasks(Instant now) {
        List<WaitingTask> tasks = new ArrayList<>();
        suspended.flatMap(this::resumption).ifPresent(tasks::add);
        boolean soon = Days.of(now).isAfter(lastDay.minus(WARNED_BEFORE));
        if (soon && !followed && place.role().isPresent()) {
            boolean prepares = place.is(PartyRole.SECRETARIAT);
            tasks.add(new WaitingTask(
                    prepares ? AgreementTask.PREPARE_NEXT : AgreementTask.TERM_ENDS,
                    place,
                    Optional.of(Days.endOf(lastDay)),
                    place.holding(prepares ? COORDINATOR : PartyRules.NEGOTIATORS)));
        }
        return tasks;
    }

    /** An authority is asked to be the second, not the first: it didn't suspend, and can't tell whether the cause is gone. */
    private Optional<WaitingTask> resumption(Suspended now) {
        Optional<ResumptionSide> side = side();
        if (side.isEmpty() || now.of(side.get()).isPresent()) {
            return Optional.empty();
        }
        Optional<UUID> first =
                now.of(side.get() == ResumptionSide.OVERSIGHT ? ResumptionSide.CONCERNED : ResumptionSide.OVERSIGHT);
        Set<Role> speakers = PartyRules.speakers(place.kind());
        if (speakers.isEmpty() || (first.isEmpty() && place.role().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new WaitingTask(
                first.isPresent() ? AgreementTask.RESUME_SECOND : AgreementTask.RESUME,
                place,
                Optional.empty(),
                place.holding(speakers).except(first.map(Set::of).orElse(Set.of()))));
    }

    private Optional<ResumptionSide> side() {
        if (place.is(PartyRole.INSTITUTION_RECEIVING)) {
            return Optional.of(ResumptionSide.CONCERNED);
        }
        boolean oversees = place.is(PartyRole.SECRETARIAT) || place.kind() == OrganisationKind.AUTHORITY;
        return oversees ? Optional.of(ResumptionSide.OVERSIGHT) : Optional.empty();
    }
}
