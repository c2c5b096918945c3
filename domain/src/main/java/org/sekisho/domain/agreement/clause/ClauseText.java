package org.sekisho.domain.agreement.clause;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sekisho.domain.agreement.clause.Document.Article;
import org.sekisho.domain.agreement.clause.Document.Table;

/**
 * Writes the document of an agreement from its clauses. Article <i>n</i> is the clause with number <i>n</i>, so that "clause 5" of
 * a decision is 第5条 of the paper; where a clause is missing, its article says that nothing was agreed. The general provisions
 * follow behind.
 */
public final class ClauseText {

    private ClauseText() {}

    /** The whole document in one language. */
    public static Document document(DocumentHead head, Collection<? extends Clause> clauses, Language language) {
        Drafting drafting = Drafting.in(language);
        Map<ClauseKind, Clause> byKind = new EnumMap<>(ClauseKind.class);
        clauses.forEach(clause -> byKind.put(clause.kind(), clause));
        List<Article> articles = new ArrayList<>();
        for (ClauseKind kind : ClauseKind.values()) {
            Clause clause = byKind.get(kind);
            articles.add(clause == null ? missing(drafting, kind) : article(drafting, clause, head));
        }
        if (byKind.get(ClauseKind.GENERAL) instanceof GeneralClause general) {
            articles.addAll(GeneralProvisions.articles(drafting, general));
        }
        return new Document(
                language,
                drafting.sentence("reference", "number", head.number(), "version", Integer.toString(head.version())),
                drafting.sentence("title"),
                drafting.words(head.title()),
                drafting.sentence("preamble"),
                parties(drafting, head),
                articles,
                drafting.sentence("closing"));
    }

    /** The article that one clause becomes. */
    public static Article article(Clause clause, DocumentHead head, Language language) {
        return article(Drafting.in(language), clause, head);
    }

    private static Article article(Drafting drafting, Clause clause, DocumentHead head) {
        ArticleDraft draft = draft(drafting, clause.kind());
        if (clause instanceof GeneralClause general) {
            GeneralProvisions.purposeAndTerm(draft, general, head);
        } else if (clause instanceof ScopeClause scope) {
            AccessText.scope(draft, scope);
        } else if (clause instanceof PeopleClause people) {
            AccessText.people(draft, people);
        } else if (clause instanceof EnvironmentsClause environments) {
            AccessText.environments(draft, environments);
        } else if (clause instanceof RedactionClause redaction) {
            OutputText.redaction(draft, redaction);
        } else if (clause instanceof ExportClause export) {
            OutputText.export(draft, export);
        } else if (clause instanceof ReviewClause review) {
            ReviewText.review(draft, review);
        } else if (clause instanceof TablesClause tables) {
            ReviewText.tables(draft, tables);
        } else if (clause instanceof LiveFireClause liveFire) {
            ReviewText.liveFire(draft, liveFire);
        } else if (clause instanceof DataHandlingClause dataHandling) {
            OutputText.dataHandling(draft, dataHandling);
        } else if (clause instanceof AuditClause audit) {
            AssuranceText.audit(draft, audit);
        } else if (clause instanceof PlaybooksClause playbooks) {
            AssuranceText.playbooks(draft, playbooks);
        } else if (clause instanceof UsageClause usage) {
            AccessText.usage(draft, usage);
        } else if (clause instanceof PhaseClause phase) {
            AssuranceText.phase(draft, phase);
        }
        return draft.build();
    }

    private static Article missing(Drafting drafting, ClauseKind kind) {
        return draft(drafting, kind).text(drafting.sentence("missing")).build();
    }

    private static ArticleDraft draft(Drafting drafting, ClauseKind kind) {
        return new ArticleDraft(drafting, key(kind), kind.number());
    }

    private static String key(ClauseKind kind) {
        return switch (kind) {
            case GENERAL -> "general";
            case SCOPE -> "scope";
            case PEOPLE -> "people";
            case ENVIRONMENTS -> "environments";
            case REDACTION -> "redaction";
            case EXPORT -> "export";
            case REVIEW -> "review";
            case TABLES -> "tables";
            case LIVE_FIRE -> "liveFire";
            case DATA_HANDLING -> "dataHandling";
            case AUDIT -> "audit";
            case PLAYBOOKS -> "playbooks";
            case USAGE -> "usage";
            case PHASE -> "phase";
        };
    }

    private static Table parties(Drafting drafting, DocumentHead head) {
        return new Table(
                ArticleDraft.columns(drafting, "parties"),
                head.parties().stream()
                        .map(party -> List.of(drafting.word(party.role()), drafting.words(party.name())))
                        .toList());
    }
}
