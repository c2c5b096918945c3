package org.sekisho.web.api;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.ProposalRow;
import org.sekisho.domain.agreement.ProposalState;
import org.sekisho.domain.agreement.clause.ClauseKind;

/**
 * A proposal as REST answers it.
 *
 * @param clause as it is proposed; absent when it is to be dropped
 */
public record ProposalAnswer(
        UUID id,
        int version,
        ClauseKind kind,
        Optional<JsonObject> clause,
        UUID organisation,
        String reason,
        Instant madeAt,
        ProposalState state,
        Optional<Instant> decidedAt,
        String decisionReason) {

    static ProposalAnswer of(ProposalRow row) {
        return new ProposalAnswer(
                row.id(),
                row.versionNumber(),
                row.kind(),
                row.clause().map(AgreementAnswer::json),
                row.organisation(),
                row.reason(),
                row.madeAt(),
                row.state(),
                row.decidedAt(),
                row.decisionReason());
    }
}
