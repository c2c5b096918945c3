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
import org.sekisho.web.shared.CsvDownload;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** The request list of an audit. */
@Named
@RequestScoped
public class RequestsTab {

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
            list = ListState.of(request, List.of("id", "tab", "state", "section"), List.of("due", "number", "state"));
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

    /** Whether anything beside the audit narrows the list. */
    public boolean isNarrowed() {
        return getList().isSet("state") || getList().isSet("section");
    }

    public List<Choice> getStates() {
        return say.choices("request-state", Arrays.stream(RequestState.values()));
    }

    public List<Choice> getSections() {
        return say.choices("evidence-section", page.getView().terms().sections().stream());
    }

    void download() {
        CsvDownload.send(
                "requests-" + page.getRow().number(),
                List.of(
                        "number",
                        "organisation",
                        "section",
                        "item",
                        "period_first",
                        "period_last",
                        "due",
                        "state",
                        "evidence",
                        "return_reason",
                        "withdrawal_reason"),
                after -> requests.list(filter(), getList().wholeAfter(after)),
                row -> List.of(
                        row.number(),
                        row.organisation(),
                        row.section().name(),
                        row.item(),
                        row.period().first().toString(),
                        row.period().last().toString(),
                        row.due().toString(),
                        row.state().name(),
                        row.evidence(),
                        row.returnReason(),
                        row.withdrawalReason()));
    }

    private RequestFilter filter() {
        return new RequestFilter(
                Optional.of(page.getId()),
                getList().choice("state", RequestState.class).map(Set::of).orElse(Set.of()),
                getList().choice("section", EvidenceSection.class),
                Optional.empty());
    }
}
