package org.sekisho.web.assurance.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.control.CatalogueFilter;
import org.sekisho.domain.assurance.control.CatalogueRow;
import org.sekisho.domain.assurance.control.CatalogueState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.assurance.control.CatalogueView;
import org.sekisho.ejb.assurance.control.ControlService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** Versions of the catalogue of controls: the one that audits go by now, and those that were taken in here. */
@Named
@RequestScoped
public class ControlsPage {

    private static final Csv<CatalogueRow> CSV = new Csv<CatalogueRow>()
            .with("version", CatalogueRow::version)
            .with("title_en", row -> row.title().en())
            .with("title_ja", row -> row.title().ja())
            .with("state", CatalogueRow::state)
            .with("controls", CatalogueRow::controls)
            .with("audits", CatalogueRow::engagements)
            .with("taken_in_by", CatalogueRow::draftedBy)
            .with("taken_in_at", CatalogueRow::draftedAt)
            .with("published_at", CatalogueRow::publishedAt)
            .with("withdrawn_at", CatalogueRow::withdrawnAt);

    @Inject
    private ControlService controls;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<CatalogueRow> page;
    private @Nullable CatalogueView current;

    public ListState getList() {
        if (list == null) {
            list = ListState.of(request, List.of("state"), List.of("-version", "title", "state", "-drafted"));
        }
        return list;
    }

    public Page<CatalogueRow> getPage() {
        if (page == null) {
            page = controls.list(filter(), getList().page());
        }
        return page;
    }

    /** The version that audits scheduled now go by. */
    public CatalogueView getCurrent() {
        if (current == null) {
            current = controls.current();
        }
        return current;
    }

    public List<Choice> getStates() {
        return say.choices("controls.state", Arrays.stream(CatalogueState.values()));
    }

    public void download() {
        CSV.send(
                "control-catalogues", after -> controls.list(filter(), getList().wholeAfter(after)));
    }

    private CatalogueFilter filter() {
        return new CatalogueFilter(
                getList().words(),
                getList().choice("state", CatalogueState.class).map(Set::of).orElse(Set.of()));
    }
}
