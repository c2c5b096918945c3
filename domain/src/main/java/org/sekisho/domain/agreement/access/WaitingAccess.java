package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.freeze.FreezeKind;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Role;

/**
 * What of an agreement's access waits for somebody, as far as the asker may see it. Whoever took part already isn't asked again:
 * what waits there waits for another person.
 */
public interface WaitingAccess {

    /**
     * Grants in this state that are neither for the person nor were handled by them, the oldest first.
     *
     * @param organisation only those of this organisation's people; empty for all
     */
    List<Grant> grants(GrantState state, UUID person, Optional<UUID> organisation, int most);

    /** Attestations that are proposed, by neither this person nor this organisation, nor attested by it, the oldest first. */
    List<Attestation> attestations(UUID person, UUID organisation, int most);

    /** Freezes that one side agreed to lift, and for which somebody of this organisation is on the other, the oldest first. */
    List<SecondLift> secondLifts(UUID person, UUID organisation, Instant now, int most);

    /** Open evaluations in which this organisation is a party, the oldest first. */
    List<Vote> openEvaluations(UUID organisation, int most);

    /** Agreements in force or suspended under which the organisation receives access. */
    List<Received> received(UUID organisation, int most);

    /** Agreements under which the person has a grant that is active and not over. */
    List<Received> granted(UUID person, LocalDate today, int most);

    /** A grant that somebody has to approve or to check. */
    record Grant(UUID id, UUID agreement, String agreementNumber, String personName, Role role, LocalDate firstDay) {}

    /** An attestation that somebody has to decide on. */
    record Attestation(
            UUID id,
            UUID agreement,
            String agreementNumber,
            String environment,
            String attestedByName,
            LocalDate firstDay) {}

    /** A freeze that a second person has to agree to lift. */
    record SecondLift(UUID id, FreezeKind kind, Instant frozenAt) {}

    /** An evaluation that is open. */
    record Vote(UUID id, UUID agreement, String agreementNumber, Phase to) {}

    /** An agreement by its number. */
    record Received(UUID agreement, String agreementNumber) {}
}
