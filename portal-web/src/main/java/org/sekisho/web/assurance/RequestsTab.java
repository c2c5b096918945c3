package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.engagement.RequestFilter;
import org.sekisho.domain.assurance.engagement.RequestRow;
import org.sekisho.domain.assurance.engagement.RequestState;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.assurance.RequestService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** The request list of an audit. */
@Named
@RequestScoped
public class RequestsTab {

    private static final Csv<RequestRow> CSV = new Csv<RequestRow>()
            .with("number", RequestRow::number)
            .with("organisation", RequestRow::organisation)
            .with("section", RequestRow::section)
            .with("item", RequestRow::item)
            .with("period_first", row -> row.period().first())
            .with("period_last", row -> row.period().last())
            .with("due", RequestRow::due)
            .with("state", RequestRow::state)
            .with("evidence", RequestRow::evidence)
            .with("return_reason", RequestRow::returnReason)
            .with("withdrawal_reason", RequestRow::withdrawalReason);

    @Inject
    private AuditPage page;

    @Inject
    private RequestService requests;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<RequestRow> rows;
    private @Nullable Page<RequestRow> toAnswer;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request,
                    List.of("id", "tab"),
                    List.of("state", "section", "organisation"),
                    List.of("due", "number", "organisation", "section", "state"));
        }
        return list;
    }

    public Page<RequestRow> getRows() {
        if (rows == null) {
            rows = requests.list(filter(), getList().page());
        }
        return rows;
    }

    /** Requests that wait for the person's organisation, the earliest due first. */
    public Page<RequestRow> getToAnswer() {
        if (toAnswer == null) {
            RequestFilter mine = new RequestFilter(
                    Optional.of(page.getId()),
                    EnumSet.of(RequestState.OPEN, RequestState.RETURNED),
                    Optional.empty(),
                    Optional.of(me.getAccount().organisation()));
            toAnswer = me.can("evidence:upload") && !page.isClosed()
                    ? requests.list(mine, new PageRequest(1, Optional.empty(), Optional.empty(), false))
                    : new Page<>(List.of(), Optional.empty(), 0);
        }
        return toAnswer;
    }

    public List<Choice> getStates() {
        return say.choices("request-state", Arrays.stream(RequestState.values()));
    }

    public List<Choice> getSections() {
        return say.choices("evidence-section", page.getView().terms().sections().stream());
    }

    void download() {
        CSV.send(
                "requests-" + page.getRow().number(),
                after -> requests.list(filter(), getList().wholeAfter(after)));
    }

    private RequestFilter filter() {
        return new RequestFilter(
                Optional.of(page.getId()),
                getList().choice("state", RequestState.class).map(Set::of).orElse(Set.of()),
                getList().choice("section", EvidenceSection.class),
                getList().id("organisation"));
    }
}
