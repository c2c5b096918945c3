package org.sekisho.domain.agreement.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.agreement.AgreementVersion;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.Document;
import org.sekisho.domain.agreement.clause.Language;

/**
 * Two versions of one agreement side by side.
 *
 * @param before the number of the earlier version
 * @param after the number of the later version
 * @param clauses how each clause's data stand, in the order of the document; kinds that neither version has are left out
 * @param articles the text, article by article, in one language
 */
public record VersionComparison(
        int before, int after, Language language, List<ClauseDifference> clauses, List<ArticleDifference> articles) {

    public VersionComparison {
        clauses = List.copyOf(clauses);
        articles = List.copyOf(articles);
    }

    /** Compares any two versions, in whichever order they are given. */
    public static VersionComparison of(AgreementVersion before, AgreementVersion after, Language language) {
        return new VersionComparison(
                before.number(),
                after.number(),
                language,
                clauses(before.clauses(), after.clauses()),
                TextComparison.articles(before.document(language), after.document(language)));
    }

    /** Compares the data of two sets of clauses. */
    public static List<ClauseDifference> clauses(List<Clause> before, List<Clause> after) {
        List<ClauseDifference> differences = new ArrayList<>();
        Arrays.stream(ClauseKind.values()).forEach(kind -> {
            Optional<Clause> old = find(before, kind);
            Optional<Clause> present = find(after, kind);
            if (old.isPresent() || present.isPresent()) {
                differences.add(ClauseDifference.of(kind, old, present));
            }
        });
        return differences;
    }

    /** Compares two texts: of versions, or of a clause as it is and as it is proposed. */
    public static List<ArticleDifference> articles(Document before, Document after) {
        return TextComparison.articles(before, after);
    }

    /** Whether anything differs at all. */
    public boolean isSame() {
        return clauses.stream().allMatch(clause -> clause.change() == Change.SAME)
                && articles.stream().allMatch(article -> article.change() == Change.SAME);
    }

    private static Optional<Clause> find(List<Clause> clauses, ClauseKind kind) {
        return clauses.stream().filter(clause -> clause.kind() == kind).findFirst();
    }
}
