package org.sekisho.domain.agreement.clause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Checks;

/**
 * Who may release what to whom. What no rule names doesn't leave.
 *
 * @param rules none at all means that nothing leaves
 */
public record ExportClause(List<Rule> rules) implements Clause {

    /** What can leave. */
    public enum Material {
        REPORT,
        FIX,
        PROCEDURE,
        EVIDENCE_PACK
    }

    /** As what it leaves. */
    public enum Format {
        PDF,
        JSON,
        CSV,
        CSAF,
        SARIF,
        ZIP
    }

    /**
     * One way out.
     *
     * @param who the role that may release
     * @param material what may be released
     * @param to who may receive it
     * @param approvals who must approve each release first; at least one person
     * @param formats as what it may leave
     * @param limitPerDay the most releases under this rule in one day
     */
    public record Rule(
            Role who,
            Material material,
            Audience to,
            List<ApprovalNeeded> approvals,
            Set<Format> formats,
            int limitPerDay) {

        public Rule {
            Checks.require(who, "who");
            Checks.require(material, "material");
            Checks.require(to, "to");
            approvals = ClauseChecks.list(approvals, "approvals", 5, ApprovalNeeded::role);
            ClauseChecks.notEmpty(approvals, "approvals");
            formats = ClauseChecks.filledSet(Format.class, formats, "formats");
            ClauseChecks.range(limitPerDay, "limitPerDay", 1, 10_000);
        }

        /** What tells one rule from another. */
        private String key() {
            return who + " " + material + " " + to;
        }
    }

    public ExportClause {
        rules = ClauseChecks.list(rules, "rules", 50, Rule::key);
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.EXPORT;
    }

    /** The rule under which this may leave; empty means that it may not. */
    public Optional<Rule> rule(Role who, Material material, Audience to) {
        return rules.stream()
                .filter(rule -> rule.who() == who && rule.material() == material && rule.to() == to)
                .findFirst();
    }
}
