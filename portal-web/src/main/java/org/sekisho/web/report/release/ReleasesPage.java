package org.sekisho.web.report.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.release.ReleaseFilter;
import org.sekisho.domain.report.release.ReleaseFilter.Way;
import org.sekisho.domain.report.release.ReleaseRow;
import org.sekisho.domain.report.release.ReleaseState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.report.release.ReleaseService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** Releases that the person may see. The recall list is those that were recalled. */
@Named
@RequestScoped
public class ReleasesPage {

    private static final Csv<ReleaseRow> CSV = new Csv<ReleaseRow>()
            .with("release", ReleaseRow::reference)
            .with("from", ReleaseRow::sourceName)
            .with("to", ReleaseRow::recipientName)
            .with("format", ReleaseRow::format)
            .with("label", ReleaseRow::label)
            .with("state", ReleaseRow::state)
            .with("requested_at", ReleaseRow::requestedAt)
            .with("state_at", ReleaseRow::stateAt)
            .with("received", ReleaseRow::received)
            .with("destroyed", ReleaseRow::destroyed)
            .with("sha256", ReleaseRow::sha256);

    @Inject
    private ReleaseService releases;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<ReleaseRow> page;

    public ListState getList() {
        if (list == null) {
            list = ListState.of(request, List.of("state", "way"), List.of("-requested", "state", "recipient"));
        }
        return list;
    }

    public Page<ReleaseRow> getPage() {
        if (page == null) {
            page = releases.list(filter(), getList().page());
        }
        return page;
    }

    public List<Choice> getStates() {
        return say.choices("release-state", Arrays.stream(ReleaseState.values()));
    }

    public List<Choice> getWays() {
        return say.choices("release-way", Arrays.stream(Way.values()));
    }

    public void download() {
        CSV.send("releases", after -> releases.list(filter(), getList().wholeAfter(after)));
    }

    private ReleaseFilter filter() {
        return new ReleaseFilter(
                getList().choice("state", ReleaseState.class).map(Set::of).orElse(Set.of()),
                Optional.empty(),
                getList().choice("way", Way.class));
    }
}
