package org.sekisho.domain.agreement.clause;

import java.util.List;
import java.util.Optional;
import org.sekisho.domain.shared.Checks;

/**
 * Whether systems in production may be tested, and how such a test is stopped.
 *
 * @param rules empty means that live-fire tests are forbidden
 */
public record LiveFireClause(Optional<WindowRules> rules) implements Clause {

    /**
     * The rules of an approved window.
     *
     * @param approvals who must approve each window; two people at least
     * @param mostHours the longest window, in hours
     * @param noticeHours hours between the last approval and the beginning of the window
     * @param protectedDaysBlocked whether no window may touch a protected day
     * @param stopRule when a test is stopped at once, and by whom
     */
    public record WindowRules(
            List<ApprovalNeeded> approvals,
            int mostHours,
            int noticeHours,
            boolean protectedDaysBlocked,
            Words stopRule) {

        public WindowRules {
            approvals = ClauseChecks.list(approvals, "approvals", 5, ApprovalNeeded::role);
            Checks.check(
                    approvals.stream().mapToInt(ApprovalNeeded::count).sum() >= 2, ClauseError.LIVE_FIRE_NEEDS_TWO);
            ClauseChecks.range(mostHours, "mostHours", 1, 72);
            ClauseChecks.range(noticeHours, "noticeHours", 0, 720);
            Checks.require(stopRule, "stopRule");
        }
    }

    public LiveFireClause {
        Checks.require(rules, "rules");
    }

    /** No live-fire test at all. */
    public static LiveFireClause forbidden() {
        return new LiveFireClause(Optional.empty());
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.LIVE_FIRE;
    }

    public boolean isForbidden() {
        return rules.isEmpty();
    }
}
