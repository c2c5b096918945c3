package org.sekisho.domain.agreement.clause;

import java.util.ArrayList;
import java.util.List;
import org.sekisho.domain.agreement.clause.LiveFireClause.WindowRules;
import org.sekisho.domain.agreement.clause.ReviewClause.Stage;
import org.sekisho.domain.agreement.clause.ReviewClause.TierReview;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;

/** The articles on how findings are reviewed, by which tables they are judged, and how they may be tried out. */
final class ReviewText {

    private ReviewText() {}

    static void review(ArticleDraft draft, ReviewClause review) {
        Drafting drafting = draft.drafting();
        List<List<String>> rows = new ArrayList<>();
        for (TierReview tier : review.tiers()) {
            int number = 1;
            for (Stage stage : tier.stages()) {
                rows.add(stage(drafting, tier.tier(), stage, number++));
            }
        }
        draft.table(rows, "stages", "stages");
        if (review.tiers().size() < RiskTier.values().length) {
            draft.say("unlisted");
        }
        if (review.tiers().stream().anyMatch(tier -> tier.tier().needsBothSides())) {
            draft.say("bothSides");
        }
        draft.say("independence").say("silence").say("interim");
    }

    private static List<String> stage(Drafting drafting, RiskTier tier, Stage stage, int number) {
        String unit =
                switch (stage.unit()) {
                    case HOURS -> "hour";
                    case BUSINESS_DAYS -> "businessDay";
                };
        return List.of(
                drafting.word(tier),
                drafting.sentence("review.stage", "number", Integer.toString(number)),
                drafting.word(stage.side()),
                drafting.count("person", stage.quorum()),
                drafting.word(stage.rank()),
                drafting.sentence("review.within", "duration", drafting.count(unit, stage.clock())));
    }

    static void tables(ArticleDraft draft, TablesClause tables) {
        draft.table(
                        List.of(
                                table(draft.drafting(), "tables.risk", tables.risk()),
                                table(draft.drafting(), "tables.escalation", tables.escalation())),
                        "list",
                        "list")
                .say("record");
    }

    private static List<String> table(Drafting drafting, String decides, TableReference table) {
        return List.of(
                drafting.sentence(decides),
                table.code(),
                drafting.sentence("tables.version", "version", Integer.toString(table.version())));
    }

    static void liveFire(ArticleDraft draft, LiveFireClause liveFire) {
        liveFire.rules().ifPresentOrElse(rules -> windows(draft, rules), () -> draft.say("forbidden"));
    }

    private static void windows(ArticleDraft draft, WindowRules rules) {
        Drafting drafting = draft.drafting();
        List<String> conditions = new ArrayList<>();
        conditions.add(drafting.sentence("liveFire.approvals", "approvals", drafting.approvals(rules.approvals())));
        conditions.add(drafting.sentence("liveFire.length", "duration", drafting.count("hour", rules.mostHours())));
        if (rules.noticeHours() > 0) {
            conditions.add(
                    drafting.sentence("liveFire.notice", "duration", drafting.count("hour", rules.noticeHours())));
        }
        if (rules.protectedDaysBlocked()) {
            conditions.add(drafting.sentence("liveFire.protectedDays"));
        }
        draft.items(conditions, "windows")
                .items(List.of(drafting.words(rules.stopRule())), "stop")
                .say("anyone")
                .say("cleanUp");
    }
}
