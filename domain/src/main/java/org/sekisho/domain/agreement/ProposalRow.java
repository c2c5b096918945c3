package org.sekisho.domain.agreement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.party.Name;

/**
 * A proposal as the negotiation shows it.
 *
 * @param clause as proposed; empty when it is to be dropped
 * @param personName the name, where the asker may see that person
 */
public record ProposalRow(
        UUID id,
        int versionNumber,
        ClauseKind kind,
        Optional<Clause> clause,
        UUID organisation,
        UUID person,
        Optional<Name> personName,
        String reason,
        Instant madeAt,
        ProposalState state,
        Optional<Instant> decidedAt,
        String decisionReason) {}
