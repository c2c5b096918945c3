package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.playbook.PlaybookFilter;
import org.sekisho.domain.playbook.PlaybookRow;
import org.sekisho.domain.playbook.PlaybookState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.playbook.PlaybookService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.CsvDownload;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** Playbooks: which there are, when each was reviewed and exercised last, and what is to be done with it. */
@Named
@RequestScoped
public class PlaybooksPage {

    private static final List<String> CSV = List.of(
            "code",
            "version",
            "organisation",
            "title_en",
            "title_ja",
            "state",
            "approved_at",
            "lastReviewedOn",
            "lastExercisedOn");

    @Inject
    private PlaybookService playbooks;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<PlaybookRow> page;

    public ListState getList() {
        if (list == null) {
            list = ListState.of(request, List.of("state"), List.of());
        }
        return list;
    }

    public Page<PlaybookRow> getPage() {
        if (page == null) {
            page = playbooks.list(filter(), getList().page());
        }
        return page;
    }

    public List<Choice> getStates() {
        return say.choices("playbook-state", Arrays.stream(PlaybookState.values()));
    }

    public String title(PlaybookRow row) {
        return say.name(new Name(row.titleEn(), row.titleJa()));
    }

    public void download() {
        CsvDownload.send(
                "playbooks",
                CSV,
                after -> playbooks.list(filter(), getList().wholeAfter(after)),
                row -> List.of(
                        row.code(),
                        row.version(),
                        row.organisationName(),
                        row.titleEn(),
                        row.titleJa(),
                        row.state(),
                        row.approvedAt().map(Instant::toString).orElse(""),
                        row.lastReviewedOn().map(LocalDate::toString).orElse(""),
                        row.lastExercisedOn().map(LocalDate::toString).orElse("")));
    }

    private PlaybookFilter filter() {
        Set<PlaybookState> states =
                getList().choice("state", PlaybookState.class).map(Set::of).orElse(Set.of());
        return new PlaybookFilter(
                Optional.empty(), Optional.empty(), states, getList().words());
    }
}
