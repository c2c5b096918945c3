package org.sekisho.domain.agreement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sekisho.domain.agreement.clause.Document.Article;

/** Article 1, and the general provisions behind the articles of the other clauses: both come from the general clause. */
final class GeneralProvisions {

    /** The general provisions in their order; the first follows the last clause. */
    private enum Provision {
        SUSPENSION("suspension"),
        CONFIDENTIALITY("confidentiality"),
        SUBCONTRACTING("subcontracting"),
        LIABILITY("liability"),
        ANTI_SOCIAL_FORCES("antiSocialForces"),
        SIGNATURE("signature"),
        TERMINATION("termination"),
        SURVIVAL("survival"),
        LAW("law"),
        FURTHER("further");

        private final String key;

        Provision(String key) {
            this.key = key;
        }

        private ArticleDraft draft(Drafting drafting) {
            return new ArticleDraft(drafting, key, number());
        }

        private int number() {
            return ClauseKind.values().length + ordinal() + 1;
        }
    }

    private GeneralProvisions() {}

    static void purposeAndTerm(ArticleDraft draft, GeneralClause general, DocumentHead head) {
        Drafting drafting = draft.drafting();
        draft.say("purpose")
                .items(
                        Stream.of("model", "output", "finding", "system", "workingGroup", "authority")
                                .map(term -> drafting.sentence(
                                        "general.definition." + term,
                                        "scope",
                                        drafting.article(ClauseKind.SCOPE.number())))
                                .toList(),
                        "definitions")
                .say("term", "first", drafting.day(general.firstDay()), "last", drafting.day(general.lastDay()))
                .say("effect", "from", drafting.day(head.governsFrom().orElse(general.firstDay())))
                .say("nothing");
    }

    static List<Article> articles(Drafting drafting, GeneralClause general) {
        List<Article> articles = new ArrayList<>();
        articles.add(Provision.SUSPENSION
                .draft(drafting)
                .say("freeze")
                .say("suspend")
                .say("resume")
                .say("lapse")
                .build());
        articles.add(confidentiality(drafting, general));
        articles.add(Provision.SUBCONTRACTING
                .draft(drafting)
                .say(general.subcontracting().name())
                .build());
        articles.add(liability(drafting, general));
        articles.add(Provision.ANTI_SOCIAL_FORCES
                .draft(drafting)
                .say("represent")
                .say("conduct")
                .say("termination")
                .build());
        articles.add(Provision.SIGNATURE
                .draft(drafting)
                .say("hash")
                .say("approval")
                .say("amendment")
                .build());
        articles.add(Provision.TERMINATION
                .draft(drafting)
                .say("convenience", "notice", drafting.count("day", general.terminationNoticeDays()))
                .say("breach")
                .say("effect", "dataHandling", drafting.article(ClauseKind.DATA_HANDLING.number()))
                .build());
        articles.add(survival(drafting));
        articles.add(Provision.LAW
                .draft(drafting)
                .say("law", "law", drafting.words(general.law()))
                .say("court", "court", drafting.words(general.court()))
                .say("text", "language", drafting.word(general.governingText()))
                .build());
        general.furtherProvisions().ifPresent(further -> articles.add(further(drafting, further)));
        return articles;
    }

    private static Article confidentiality(Drafting drafting, GeneralClause general) {
        return Provision.CONFIDENTIALITY
                .draft(drafting)
                .say("duty")
                .items(
                        Stream.of("public", "own", "third")
                                .map(which -> drafting.sentence("confidentiality.exception." + which))
                                .toList(),
                        "exceptions")
                .say("law")
                .say("years", "years", drafting.count("year", general.confidentialityYears()))
                .build();
    }

    private static Article liability(Drafting drafting, GeneralClause general) {
        ArticleDraft draft = Provision.LIABILITY.draft(drafting).say("duty");
        general.liabilityCapYen()
                .ifPresent(cap -> draft.say(
                        "cap",
                        "cap",
                        drafting.sentence("yen", "number", drafting.number(cap)),
                        "confidentiality",
                        drafting.article(Provision.CONFIDENTIALITY.number())));
        return draft.build();
    }

    private static Article survival(Drafting drafting) {
        return Provision.SURVIVAL
                .draft(drafting)
                .say(
                        "articles",
                        "dataHandling",
                        drafting.article(ClauseKind.DATA_HANDLING.number()),
                        "confidentiality",
                        drafting.article(Provision.CONFIDENTIALITY.number()),
                        "liability",
                        drafting.article(Provision.LIABILITY.number()),
                        "law",
                        drafting.article(Provision.LAW.number()))
                .build();
    }

    private static Article further(Drafting drafting, Words further) {
        ArticleDraft draft = Provision.FURTHER.draft(drafting);
        drafting.words(further).lines().filter(line -> !line.isBlank()).forEach(line -> draft.text(line.strip()));
        return draft.build();
    }
}
