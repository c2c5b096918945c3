package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.playbook.PlaybookFilter;
import org.sekisho.domain.playbook.PlaybookRow;
import org.sekisho.domain.playbook.PlaybookState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.playbook.PlaybookService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Playbooks: which there are, when each was reviewed and exercised last, and what is to be done with it. */
@Named
@RequestScoped
public class PlaybooksPage {

    @Inject
    private PlaybookService playbooks;

    @Inject
    private Moments moments;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

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
            Set<PlaybookState> states =
                    getList().choice("state", PlaybookState.class).map(Set::of).orElse(Set.of());
            PlaybookFilter filter = new PlaybookFilter(
                    Optional.empty(), Optional.empty(), states, getList().words());
            page = playbooks.list(filter, getList().page());
        }
        return page;
    }

    public List<Choice> getStates() {
        return say.choices("playbook-state", Arrays.stream(PlaybookState.values()));
    }

    public String title(PlaybookRow row) {
        return say.name(new Name(row.titleEn(), row.titleJa()));
    }

    private boolean isOwn(PlaybookRow row) {
        return row.organisation().equals(me.getAccount().organisation());
    }

    /** Whether the person may be offered to approve: a draft of the own organisation, by somebody else. */
    public boolean mayApprove(PlaybookRow row) {
        return row.state() == PlaybookState.DRAFT
                && me.can("playbook:approve")
                && isOwn(row)
                && !row.draftedBy().equals(me.getAccount().person());
    }

    public boolean mayReview(PlaybookRow row) {
        return row.state() == PlaybookState.APPROVED && me.can("playbook:edit") && isOwn(row);
    }

    public void approve(UUID playbook, int readVersion) {
        playbooks.approve(playbook, readVersion);
        back("playbooks.approved");
    }

    /** Records that it was reviewed today. */
    public void review(UUID playbook) {
        playbooks.review(playbook, moments.getToday());
        back("playbooks.reviewed");
    }

    private void back(String key) {
        notices.done(key, Map.of());
        notices.leadTo("/playbooks");
    }
}
