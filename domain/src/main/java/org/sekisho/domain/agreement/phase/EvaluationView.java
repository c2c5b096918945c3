package org.sekisho.domain.agreement.phase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.PhaseClause.Comparison;

/**
 * An evaluation with its values and votes, as its page and an evidence pack show it.
 *
 * @param criteriaHash SHA-256 of the values in hexadecimal; a vote names it, so that it covers what was read
 * @param waitingFor parties that haven't voted on these values
 */
public record EvaluationView(
        UUID id,
        int version,
        UUID agreement,
        Phase from,
        Phase to,
        EvaluationState state,
        Instant openedAt,
        Optional<Instant> closedAt,
        String criteriaHash,
        List<Criterion> criteria,
        List<Vote> votes,
        List<UUID> waitingFor) {

    public EvaluationView {
        criteria = List.copyOf(criteria);
        votes = List.copyOf(votes);
        waitingFor = List.copyOf(waitingFor);
    }

    /** A criterion and its value, in the unit that the clause names. */
    public record Criterion(
            String code,
            CriterionSource source,
            Comparison comparison,
            long threshold,
            OptionalLong value,
            boolean met,
            String evidence,
            Optional<UUID> recordedBy,
            Optional<Instant> recordedAt) {}

    /**
     * A vote.
     *
     * @param counts whether it covers the values as they are now
     */
    public record Vote(
            UUID organisation,
            String organisationName,
            UUID person,
            Optional<String> personName,
            boolean agrees,
            boolean counts,
            String reason,
            Instant castAt) {}
}
