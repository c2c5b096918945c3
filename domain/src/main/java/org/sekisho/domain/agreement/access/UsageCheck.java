package org.sekisho.domain.agreement.access;

import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.agreement.clause.UsageClause;
import org.sekisho.domain.shared.Days;

/** Whether there is room for one more call today. */
final class UsageCheck {

    private static final Condition CONDITION = Condition.WITHIN_USAGE_LIMITS;

    private UsageCheck() {}

    static Reason withinUsageLimits(AccessRequest request, AccessFacts facts) {
        if (facts.agreement().isEmpty()) {
            return Reason.unknown(CONDITION);
        }
        Optional<UsageClause> clause = facts.agreement().get().clause(UsageClause.class);
        if (clause.isEmpty()) {
            return Reason.clauseMissing(CONDITION);
        }
        Optional<UsageFacts> today = facts.outside()
                .usage()
                .filter(usage -> usage.day().equals(facts.today()) && usage.requests() >= 0 && usage.tokens() >= 0);
        if (today.isEmpty()) {
            return Reason.unknown(CONDITION);
        }
        UsageFacts used = today.get();
        UsageClause limit = clause.get();
        boolean room = used.requests() < limit.requestsPerDay() && used.tokens() < limit.tokensPerDay();
        Phrase found = Phrase.of(
                room ? FoundCode.WITHIN_USAGE : FoundCode.USAGE_USED_UP,
                Map.of(
                        "requests", used.requests(),
                        "requestLimit", limit.requestsPerDay(),
                        "tokens", used.tokens(),
                        "tokenLimit", limit.tokensPerDay()));
        return room
                ? Reason.holds(CONDITION, found)
                : Reason.fails(
                        CONDITION,
                        found,
                        Phrase.of(RemedyCode.WAIT_UNTIL, "at", Days.endOf(facts.today())),
                        Phrase.of(RemedyCode.AMEND_CLAUSE));
    }
}
