package org.sekisho.domain.agreement.waiting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How the parties stand to agreements, as far as the asker may see them: one query each, for all agreements. What follows from it for
 * whom, the records say.
 */
public interface WaitingAgreements {

    /** Parties to versions that are drafted or negotiated, the oldest agreement first; this organisation or all. */
    List<PartyInRound> inRound(Optional<UUID> organisation, int most);

    /**
     * Parties whose signature is missing or isn't confirmed, the oldest agreement first; this organisation or all. The secretariat is
     * given those of the other parties too that it has to confirm.
     */
    List<PartyInSigning> inSigning(Optional<UUID> organisation, LocalDate today, int most);

    /**
     * Parties to agreements that are suspended by a decision or end soon, the oldest agreement first, with the authorities that look on
     * at those suspended; this organisation or all.
     */
    List<PartyInForce> inForce(Optional<UUID> organisation, LocalDate today, int most);
}
