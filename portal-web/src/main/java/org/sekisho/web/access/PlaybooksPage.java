package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
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
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** Playbooks: which there are, when each was reviewed and exercised last, and what is to be done with it. */
@Named
@RequestScoped
public class PlaybooksPage {

    private static final Csv<PlaybookRow> CSV = new Csv<PlaybookRow>()
            .with("code", PlaybookRow::code)
            .with("version", PlaybookRow::version)
            .with("organisation", PlaybookRow::organisationName)
            .with("title_en", PlaybookRow::titleEn)
            .with("title_ja", PlaybookRow::titleJa)
            .with("state", PlaybookRow::state)
            .with("approved_at", PlaybookRow::approvedAt)
            .with("last_reviewed_on", PlaybookRow::lastReviewedOn)
            .with("last_exercised_on", PlaybookRow::lastExercisedOn);

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
            list = ListState.of(
                    request,
                    List.of("state", "organisation"),
                    List.of("title", "organisation", "state", "lastReviewedOn", "lastExercisedOn"));
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
        CSV.send("playbooks", after -> playbooks.list(filter(), getList().wholeAfter(after)));
    }

    private PlaybookFilter filter() {
        Set<PlaybookState> states =
                getList().choice("state", PlaybookState.class).map(Set::of).orElse(Set.of());
        return new PlaybookFilter(
                getList().id("organisation"),
                Optional.empty(),
                states,
                getList().words());
    }
}
