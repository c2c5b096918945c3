package org.sekisho.domain.agreement.clause;

import java.util.List;

/**
 * The playbooks that must be ready.
 *
 * @param mandatory which they are; at least one
 * @param reviewDays days after an approval by which a playbook must be reviewed again
 * @param exerciseDays days after an exercise by which a playbook must be exercised again
 */
public record PlaybooksClause(List<MandatoryPlaybook> mandatory, int reviewDays, int exerciseDays) implements Clause {

    /**
     * A playbook that must be ready.
     *
     * @param code by which playbooks are found
     */
    public record MandatoryPlaybook(String code, Words name) {
        public MandatoryPlaybook {
            code = ClauseChecks.code(code, "playbook");
            name.atMost(ClauseChecks.NAME_LIMIT, "playbook");
        }
    }

    public PlaybooksClause {
        mandatory = ClauseChecks.list(mandatory, "mandatory", 50, MandatoryPlaybook::code);
        ClauseChecks.notEmpty(mandatory, "mandatory");
        ClauseChecks.range(reviewDays, "reviewDays", 1, 1_096);
        ClauseChecks.range(exerciseDays, "exerciseDays", 1, 1_096);
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.PLAYBOOKS;
    }
}
