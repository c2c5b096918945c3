package org.sekisho.web.report.decision;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.decision.TableFilter;
import org.sekisho.domain.report.decision.TableRow;
import org.sekisho.domain.report.decision.TableState;
import org.sekisho.domain.report.decision.TableUse;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.report.decision.TableService;
import org.sekisho.ejb.report.decision.TableView;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** Decision tables: the delivered ones, and the versions that were made here. */
@Named
@RequestScoped
public class TablesPage {

    private static final Csv<TableRow> CSV = new Csv<TableRow>()
            .with("code", TableRow::code)
            .with("version", TableRow::version)
            .with("title", TableRow::title)
            .with("used_for", TableRow::use)
            .with("state", TableRow::state)
            .with("rows", TableRow::rows)
            .with("drafted_by", TableRow::draftedBy)
            .with("drafted_at", TableRow::draftedAt)
            .with("adopted_at", TableRow::adoptedAt)
            .with("retired_at", TableRow::retiredAt);

    @Inject
    private TableService tables;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<TableRow> page;

    public ListState getList() {
        if (list == null) {
            list = ListState.of(request, List.of("state", "use"), List.of("code", "title", "use", "state", "-drafted"));
        }
        return list;
    }

    public Page<TableRow> getPage() {
        if (page == null) {
            page = tables.list(filter(), getList().page());
        }
        return page;
    }

    public List<TableView> getDelivered() {
        return tables.delivered();
    }

    public List<Choice> getStates() {
        return say.choices("decision.state", Arrays.stream(TableState.values()));
    }

    public List<Choice> getUses() {
        return say.choices("decision.use", Arrays.stream(TableUse.values()));
    }

    public void download() {
        CSV.send("decision-tables", after -> tables.list(filter(), getList().wholeAfter(after)));
    }

    private TableFilter filter() {
        return new TableFilter(
                getList().words(),
                getList().choice("state", TableState.class).map(Set::of).orElse(Set.of()),
                getList().choice("use", TableUse.class));
    }
}
