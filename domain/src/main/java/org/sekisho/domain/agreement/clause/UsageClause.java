package org.sekisho.domain.agreement.clause;

/**
 * How much of the model may be used in one day, a day being one in Tokyo.
 *
 * @param requestsPerDay calls by everyone under the agreement together
 * @param tokensPerDay tokens sent and received by everyone together
 */
public record UsageClause(long requestsPerDay, long tokensPerDay) implements Clause {

    public UsageClause {
        ClauseChecks.range(requestsPerDay, "requestsPerDay", 1, 10_000_000);
        ClauseChecks.range(tokensPerDay, "tokensPerDay", 1, 1_000_000_000_000L);
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.USAGE;
    }
}
