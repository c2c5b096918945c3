package org.sekisho.web.report.decision;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.domain.report.decision.Row;
import org.sekisho.domain.report.decision.TableEdit;
import org.sekisho.ejb.report.decision.TableService;
import org.sekisho.ejb.report.decision.TableView;
import org.sekisho.web.report.decision.TablePage.Numbered;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;

/** What somebody changes of a draft's rows: one form, so that nothing of it is lost when any of its buttons is pressed. */
@Named
@RequestScoped
public class TableEditPage {

    @Inject
    private TablePage page;

    @Inject
    private TableService tables;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    /** Keeps the outcomes that were chosen, adds the rows that were answered, and takes away those that were marked. */
    public void save() {
        keep("");
    }

    /** The same, and every shown combination that wasn't answered by itself gets the one outcome. */
    public void fill() {
        String outcome = FormValues.text(request.getParameter("fill"));
        if (outcome.isEmpty()) {
            notices.wrong("fill", "decision.fill-missing");
        } else {
            keep(outcome);
        }
    }

    /** What is chosen for a missing combination: nothing, until a form comes back to be completed. */
    public String chosen(int missing) {
        return sent("missing-" + missing);
    }

    /** The outcome of a row, or what was chosen instead in a form that comes back. */
    public String outcome(Numbered each) {
        String sent = sent("row-" + each.number());
        return sent.isEmpty() ? each.row().outcome() : sent;
    }

    /** Whether a row is marked to be taken away. */
    public boolean isMarked(Numbered each) {
        return !sent("remove-" + each.number()).isEmpty();
    }

    /** Of a form about this very draft: what stands elsewhere by now isn't what somebody chose something for. */
    private String sent(String name) {
        return page.isRead() ? FormValues.text(request.getParameter(name)) : "";
    }

    private void keep(String otherwise) {
        TableView shown = page.getTable();
        TableEdit edit = edit(shown, otherwise);
        int from = page.getFrom();
        if (edit.isEmpty()) {
            notices.done("decision.unchanged", Map.of());
        } else {
            tables.answer(shown.code(), shown.version(), page.requireRead(), edit);
            notices.done(
                    "decision.edited",
                    Map.of(
                            "changed", edit.outcomes().size(),
                            "added", edit.added().size(),
                            "removed", edit.removed().size()));
            from = edit.added().isEmpty()
                    ? from
                    : TablePage.slice(number(shown, edit.added().get(0)));
        }
        notices.leadTo(page.getAddress() + "&from=" + from);
    }

    /** Where an added row stands now: it is shown, so that it can be taken away again. */
    private int number(TableView before, Row added) {
        List<Row> rows = tables.find(before.code(), before.version()).rows();
        return rows.stream().map(Row::values).toList().indexOf(added.values());
    }

    private TableEdit edit(TableView shown, String otherwise) {
        Set<Integer> removed = removed();
        return new TableEdit(outcomes(removed), removed, added(shown, otherwise));
    }

    private Set<Integer> removed() {
        Set<Integer> removed = new LinkedHashSet<>();
        for (Numbered each : page.getRows()) {
            if (request.getParameter("remove-" + each.number()) != null) {
                removed.add(each.number());
            }
        }
        return removed;
    }

    private Map<Integer, String> outcomes(Set<Integer> removed) {
        Map<Integer, String> outcomes = new HashMap<>();
        for (Numbered each : page.getRows()) {
            String chosen = request.getParameter("row-" + each.number());
            if (chosen != null && !chosen.equals(each.row().outcome()) && !removed.contains(each.number())) {
                outcomes.put(each.number(), chosen);
            }
        }
        return outcomes;
    }

    /** By their places: what was seen is what is meant, since a draft that changed meanwhile isn't changed by this. */
    private List<Row> added(TableView shown, String otherwise) {
        List<List<String>> missing = shown.completeness().missing();
        List<Row> added = new ArrayList<>();
        for (int at = 0; at < missing.size(); at++) {
            String chosen = FormValues.text(request.getParameter("missing-" + at));
            String outcome = chosen.isEmpty() ? otherwise : chosen;
            if (!outcome.isEmpty()) {
                added.add(new Row(missing.get(at), outcome));
            }
        }
        return added;
    }
}
