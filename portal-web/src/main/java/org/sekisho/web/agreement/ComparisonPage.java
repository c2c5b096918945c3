package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.comparison.ArticleDifference;
import org.sekisho.domain.agreement.comparison.Change;
import org.sekisho.domain.agreement.comparison.VersionComparison;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.shared.Say;

/** Two versions of an agreement beside each other, article by article, in the reader's language. */
@Named
@RequestScoped
public class ComparisonPage {

    @Inject
    private AgreementPage page;

    @Inject
    private AgreementService agreements;

    @Inject
    private AgreementWords words;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable VersionComparison comparison;

    /** The newer version: the newest unless the address names another. */
    public int getAfter() {
        return number("new", page.getRow().latest());
    }

    /** The older version: the one before, unless the address names another. */
    public int getBefore() {
        return number("old", Math.max(1, getAfter() - 1));
    }

    private int number(String name, int usual) {
        String given = request.getParameter(name);
        return given != null && given.matches("[0-9]{1,4}") ? Integer.parseInt(given) : usual;
    }

    public VersionComparison getComparison() {
        if (comparison == null) {
            comparison = agreements.compare(page.getId(), getBefore(), getAfter(), words.getLanguage());
        }
        return comparison;
    }

    public boolean isUnchangedToo() {
        return request.getParameter("all") != null;
    }

    /** The articles that differ; all of them where that was asked for. */
    public List<ArticleDifference> getArticles() {
        return getComparison().articles().stream()
                .filter(each -> isUnchangedToo() || each.change() != Change.SAME)
                .toList();
    }

    /** How many articles differ, and how. */
    public String getSummary() {
        return say.text(
                "comparison.summary",
                Map.of(
                        "differing", count(Change.CHANGED) + count(Change.ADDED) + count(Change.REMOVED),
                        "all", getComparison().articles().size(),
                        "changed", count(Change.CHANGED),
                        "added", count(Change.ADDED),
                        "removed", count(Change.REMOVED)));
    }

    private long count(Change change) {
        return getComparison().articles().stream()
                .filter(each -> each.change() == change)
                .count();
    }
}
