package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.freeze.FreezeKind;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.QueueSource.Waiting;

/**
 * What of an agreement's access waits for somebody, as far as the asker may see it: one person, or the job that asks for all. Whoever
 * took part already isn't asked again: what waits there waits for another person.
 */
public interface WaitingAccess {

    /**
     * Grants in this state, the oldest first.
     *
     * @param person without those that are for this person or were handled by them; empty for all
     * @param organisation only those of this organisation's people; empty for all
     */
    List<Grant> grants(GrantState state, Optional<UUID> person, Optional<UUID> organisation, int most);

    /**
     * Attestations that are proposed, the oldest first, once for each organisation that may decide: of the secretariat or an authority
     * that sees the agreement, but neither the one that proposed nor the one that attested.
     *
     * @param who only those that this person may decide on; empty for all
     */
    List<Attestation> attestations(Optional<Waiting> who, LocalDate today, int most);

    /**
     * Freezes that one side agreed to lift, the oldest first, once for each organisation on the other side.
     *
     * @param who only those that this person may agree to lift; empty for all
     */
    List<SecondLift> secondLifts(Optional<Waiting> who, LocalDate today, int most);

    /** Open evaluations, the oldest first; those in which this organisation has a vote, or all. */
    List<Vote> openEvaluations(Optional<UUID> organisation, int most);

    /** Agreements in force or suspended, with the organisation that receives access: this one's, or all. */
    List<Received> received(Optional<UUID> organisation, int most);

    /** Agreements under which the person has a grant that is active and not over. */
    List<Granted> granted(UUID person, LocalDate today, int most);

    /**
     * A grant that somebody has to approve or to check.
     *
     * @param involved whom it is for, and who handled it so far: none of them does so again
     */
    record Grant(
            UUID id,
            UUID agreement,
            String agreementNumber,
            Name personName,
            Role role,
            LocalDate firstDay,
            UUID organisation,
            Set<UUID> involved) {

        public Grant {
            involved = Set.copyOf(involved);
        }
    }

    /**
     * An attestation that somebody has to decide on.
     *
     * @param environment its code in the clause
     * @param deciding the organisation that may decide
     */
    record Attestation(
            UUID id,
            UUID agreement,
            String agreementNumber,
            String environment,
            Name attestedByName,
            LocalDate firstDay,
            UUID deciding,
            UUID proposedBy) {}

    /**
     * A freeze that a second person has to agree to lift.
     *
     * @param missing an organisation of the side that hasn't agreed
     * @param except who agreed already, and whom the freeze is about
     */
    record SecondLift(UUID id, FreezeKind kind, Instant frozenAt, UUID missing, Set<UUID> except) {

        public SecondLift {
            except = Set.copyOf(except);
        }
    }

    /** An evaluation that is open. */
    record Vote(UUID id, UUID agreement, String agreementNumber, Phase to) {}

    /** An agreement by its number, and who receives access under it. */
    record Received(UUID agreement, String agreementNumber, UUID organisation) {}

    /** An agreement by its number, under which somebody has a grant. */
    record Granted(UUID agreement, String agreementNumber) {}
}
