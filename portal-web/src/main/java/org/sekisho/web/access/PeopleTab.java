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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.grant.GrantFilter;
import org.sekisho.domain.agreement.grant.GrantRow;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.access.GrantService;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** Who has access under one agreement, and who asks for it. */
@Named
@RequestScoped
public class PeopleTab {

    static final Set<GrantState> WAITING = Set.of(GrantState.REQUESTED, GrantState.APPROVED);

    private static final Csv<GrantRow> CSV = new Csv<GrantRow>()
            .with("agreement", GrantRow::agreementNumber)
            .with("person", GrantRow::personName)
            .with("email", GrantRow::personEmail)
            .with("organisation", GrantRow::organisationName)
            .with("role", GrantRow::role)
            .with("first_day", GrantRow::firstDay)
            .with("last_day", GrantRow::lastDay)
            .with("state", GrantRow::state)
            .with("changed_at", GrantRow::changedAt);

    /** What the filter says for grants in any state; without a state the list shows the active ones. */
    private static final String EVERY = "EVERY";

    @Inject
    private AgreementPage page;

    @Inject
    private GrantService grants;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<GrantRow> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request,
                    List.of("id", "agreement", "tab"),
                    List.of("state", "role", "organisation"),
                    List.of("person", "organisation", "role", "firstDay", "lastDay", "state"));
        }
        return list;
    }

    /** Grants that count; others where they were asked for. */
    public Page<GrantRow> getRows() {
        if (rows == null) {
            rows = grants.grants(filter(), getList().page());
        }
        return rows;
    }

    public List<Choice> getStates() {
        Stream<Choice> states = say.choices("grant-state", Arrays.stream(GrantState.values())).stream();
        Choice every = new Choice(EVERY, say.text("grants.every-state", Map.of()));
        return Stream.concat(states, Stream.of(every)).toList();
    }

    public List<Choice> getRoles() {
        return say.choices("role", Arrays.stream(Role.values()));
    }

    void download() {
        CSV.send(
                "people-" + page.getRow().number(),
                after -> grants.grants(filter(), getList().wholeAfter(after)));
    }

    private GrantFilter filter() {
        Set<GrantState> states = getList().of("state").equals(EVERY)
                ? Set.of()
                : Set.of(getList().choice("state", GrantState.class).orElse(GrantState.ACTIVE));
        return new GrantFilter(
                Optional.of(page.getId()),
                getList().id("organisation"),
                Optional.empty(),
                getList().choice("role", Role.class),
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
}
