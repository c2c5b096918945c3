package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.provisioning.ImportRuns.ImportView;
import org.sekisho.domain.party.provisioning.ImportState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.party.ImportService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** The tables of people that the reader handed in. */
@Named
@RequestScoped
public class ImportsCard {

    private static final String STATE = "state";

    private static final Csv<ImportView> CSV = new Csv<ImportView>()
            .with("file", ImportView::fileName)
            .with(STATE, ImportView::state)
            .with("lines", ImportView::total)
            .with("created", ImportView::created)
            .with("updated", ImportView::updated)
            .with("unchanged", ImportView::unchanged)
            .with("rejected", ImportView::rejected)
            .with("checked_at", ImportView::checkedAt)
            .with("finished_at", ImportView::finishedAt);

    @Inject
    private ImportService imports;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Say say;

    private @Nullable ListState list;
    private @Nullable Page<ImportView> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.of(request, List.of(STATE), List.of("-checked", "file", "lines", STATE));
        }
        return list;
    }

    public Page<ImportView> getRows() {
        if (rows == null) {
            rows = imports.latestImports(state(), getList().words(), getList().page());
        }
        return rows;
    }

    public List<Choice> getStates() {
        return say.choices("import-state", Arrays.stream(ImportState.values()));
    }

    /** Answers with the list as CSV. */
    public void download() {
        CSV.send(
                "imports",
                after -> imports.latestImports(
                        state(), getList().words(), getList().wholeAfter(after)));
    }

    private Optional<ImportState> state() {
        return getList().choice(STATE, ImportState.class);
    }
}
