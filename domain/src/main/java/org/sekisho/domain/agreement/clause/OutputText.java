package org.sekisho.domain.agreement.clause;

import java.util.EnumSet;
import java.util.List;

/** The articles on what happens to the model's output: masking, release, handling. */
final class OutputText {

    private OutputText() {}

    static void redaction(ArticleDraft draft, RedactionClause redaction) {
        Drafting drafting = draft.drafting();
        draft.table(
                redaction.profiles().stream()
                        .map(profile -> List.of(drafting.word(profile.audience()), drafting.words(profile.masked())))
                        .toList(),
                "profiles",
                "profiles");
        if (redaction.profiles().size() < Audience.values().length) {
            draft.say("others", "all", drafting.words(EnumSet.allOf(SensitiveMatter.class)));
        }
        draft.say("restore");
    }

    static void export(ArticleDraft draft, ExportClause export) {
        if (export.rules().isEmpty()) {
            draft.say("nothing");
            return;
        }
        Drafting drafting = draft.drafting();
        draft.table(
                        export.rules().stream()
                                .map(rule -> List.of(
                                        drafting.word(rule.who()),
                                        drafting.word(rule.material()),
                                        drafting.word(rule.to()),
                                        drafting.approvals(rule.approvals()),
                                        drafting.list(rule.formats().stream()
                                                .map(Enum::name)
                                                .toList()),
                                        drafting.count("time", rule.limitPerDay())))
                                .toList(),
                        "rules",
                        "rules")
                .say("approval")
                .say("self")
                .say("receipt");
    }

    static void dataHandling(ArticleDraft draft, DataHandlingClause handling) {
        Drafting drafting = draft.drafting();
        draft.say("label", "label", handling.label().label());
        if (handling.mayBeSent().isEmpty()) {
            draft.say("nothingSent");
        } else {
            draft.items(handling.mayBeSent().stream().map(drafting::word).toList(), "sent")
                    .say("neverSent");
        }
        if (handling.providerRetentionDays() == 0) {
            draft.say("providerNothing");
        } else {
            draft.say("providerDays", "duration", drafting.count("day", handling.providerRetentionDays()));
        }
        draft.say("training")
                .say(
                        "retention",
                        "retention",
                        drafting.count("day", handling.retentionDays()),
                        "deletion",
                        drafting.count("day", handling.deletionDays()))
                .say("hold");
    }
}
