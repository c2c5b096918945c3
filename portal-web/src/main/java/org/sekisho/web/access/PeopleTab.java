package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.grant.GrantFilter;
import org.sekisho.domain.agreement.grant.GrantRow;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.access.GrantService;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** Who has access under one agreement, and who asks for it. */
@Named
@RequestScoped
public class PeopleTab {

    private static final Set<GrantState> WAITING = Set.of(GrantState.REQUESTED, GrantState.APPROVED);

    @Inject
    private AgreementPage page;

    @Inject
    private GrantService grants;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<GrantRow> rows;
    private @Nullable List<GrantRow> waiting;

    /** Requests that wait for a second person or for the coordinator. */
    public List<GrantRow> getWaiting() {
        if (waiting == null) {
            PageRequest most = PageRequest.most();
            waiting = grants.grants(filter(WAITING), most).items();
        }
        return waiting;
    }

    public ListState getList() {
        if (list == null) {
            list = ListState.of(request, List.of("id", "agreement", "tab", "ended"), List.of());
        }
        return list;
    }

    public boolean isEndedToo() {
        return getList().isSet("ended");
    }

    /** Grants that count; the ended ones too where that was asked for. */
    public Page<GrantRow> getRows() {
        if (rows == null) {
            Set<GrantState> states = isEndedToo()
                    ? Set.of(GrantState.ACTIVE, GrantState.ENDED, GrantState.REVOKED, GrantState.DECLINED)
                    : Set.of(GrantState.ACTIVE);
            rows = grants.grants(filter(states), getList().page());
        }
        return rows;
    }

    private GrantFilter filter(Set<GrantState> states) {
        return new GrantFilter(
                Optional.of(page.getId()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                states,
                Optional.empty(),
                getList().words());
    }

    /** Whether the person may be offered to approve: for the own organisation, and not for themselves. */
    public boolean mayApprove(GrantRow row) {
        return row.state() == GrantState.REQUESTED && me.can("grant:approve") && isOwnOfAnother(row);
    }

    public boolean mayCheck(GrantRow row) {
        return row.state() == GrantState.APPROVED && page.isCoordinator() && me.can("grant:check");
    }

    /** Whether the person may be offered to decline or to revoke. */
    public boolean mayEnd(GrantRow row) {
        boolean stands = row.state() == GrantState.ACTIVE || WAITING.contains(row.state());
        return stands && me.can("grant:revoke") && (me.can("grant:check") || isOwnOfAnother(row));
    }

    private boolean isOwnOfAnother(GrantRow row) {
        return row.organisation().equals(me.getAccount().organisation())
                && !row.person().equals(me.getAccount().person());
    }

    public boolean isRequestOffered() {
        return page.isGoverned() && me.can("grant:request");
    }

    public void approve(UUID grant) {
        grants.approve(grant);
        back("grants.approved");
    }

    public void check(UUID grant) {
        grants.check(grant);
        back("grants.checked");
    }

    private void back(String key) {
        notices.done(key, Map.of());
        notices.leadTo("/agreement?id=" + page.getId() + "&tab=people");
    }
}
