package org.sekisho.domain.agreement.clause;

import java.util.List;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.agreement.clause.PhaseClause.Criterion;
import org.sekisho.domain.agreement.clause.PhaseClause.PhaseRule;

/** The articles on audits, playbooks and phases. */
final class AssuranceText {

    private AssuranceText() {}

    static void audit(ArticleDraft draft, AuditClause audit) {
        Drafting drafting = draft.drafting();
        draft.say("cadence", "cadence", drafting.count("day", audit.cadenceDays()));
        if (audit.standard() == Standard.AGREED_UPON_PROCEDURES) {
            draft.say("procedures", "standard", drafting.word(audit.standard()));
        } else {
            draft.say("standard", "standard", drafting.word(audit.standard()), "level", drafting.word(audit.level()));
        }
        if (audit.graceDays() == 0) {
            draft.say("noGrace");
        } else {
            draft.say("grace", "grace", drafting.count("day", audit.graceDays()));
        }
        draft.say(
                        "independence",
                        "renewal",
                        drafting.count("month", audit.declarationMonths()),
                        "consecutive",
                        drafting.count("engagement", audit.mostConsecutive()))
                .say("cooperation");
    }

    static void playbooks(ArticleDraft draft, PlaybooksClause playbooks) {
        Drafting drafting = draft.drafting();
        draft.table(
                        playbooks.mandatory().stream()
                                .map(playbook -> List.of(playbook.code(), drafting.words(playbook.name())))
                                .toList(),
                        "list",
                        "list")
                .say(
                        "periods",
                        "review",
                        drafting.count("day", playbooks.reviewDays()),
                        "exercise",
                        drafting.count("day", playbooks.exerciseDays()))
                .say("lapse");
    }

    static void phase(ArticleDraft draft, PhaseClause phase) {
        Drafting drafting = draft.drafting();
        draft.say("first", "phase", drafting.word(phase.first()))
                .table(
                        phase.phases().stream()
                                .map(rule -> List.of(
                                        drafting.word(rule.phase()),
                                        drafting.words(rule.purposes()),
                                        conditions(drafting, rule)))
                                .toList(),
                        "rules",
                        "rules")
                .say("evaluation")
                .say("stepBack");
    }

    private static String conditions(Drafting drafting, PhaseRule rule) {
        if (rule.phase().next().isEmpty()) {
            return drafting.sentence("phase.noNext");
        }
        return rule.criteria().isEmpty()
                ? drafting.sentence("phase.noCriteria")
                : drafting.list(rule.criteria().stream()
                        .map(criterion -> criterion(drafting, criterion))
                        .toList());
    }

    private static String criterion(Drafting drafting, Criterion criterion) {
        return drafting.sentence(
                "comparison." + criterion.comparison().name(),
                "name",
                drafting.words(criterion.name()),
                "threshold",
                drafting.number(criterion.threshold()),
                "unit",
                drafting.words(criterion.unit()),
                "measurement",
                drafting.word(criterion.measurement()));
    }
}
