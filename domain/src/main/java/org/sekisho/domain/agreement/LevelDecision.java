package org.sekisho.domain.agreement;

import java.time.LocalDate;
import java.util.Optional;
import org.sekisho.domain.shared.Checks;

/**
 * What one level of a party's internal approval decided.
 *
 * @param level the level, from 1
 * @param name who decided, by name: people who decide inside a party need not be users here
 * @param approved approved, or returned
 * @param decidedOn the day, in Tokyo
 * @param remark why it was returned, or what was said with the approval; may be empty for an approval
 * @param decisionNumber the number of the decision, which the last level's approval carries
 */
public record LevelDecision(
        int level, String name, boolean approved, LocalDate decidedOn, String remark, Optional<String> decisionNumber) {

    public LevelDecision {
        name = Checks.requireText(name, "name", 120);
        Checks.require(decidedOn, "decidedOn");
        remark = approved
                ? Checks.optionalText(remark, "remark", ApprovalLevel.REMARK_LIMIT)
                : Checks.requireText(remark, "remark", ApprovalLevel.REMARK_LIMIT);
        decisionNumber = decisionNumber
                .filter(number -> !number.isBlank())
                .map(number -> Checks.requireText(number, "decisionNumber", 60));
    }
}
