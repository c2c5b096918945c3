package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.engagement.RequestRow;
import org.sekisho.domain.assurance.engagement.RequestState;
import org.sekisho.domain.assurance.engagement.RequestView;
import org.sekisho.domain.assurance.evidence.EvidenceFilter;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.assurance.EvidenceLine;
import org.sekisho.ejb.assurance.EvidenceService;
import org.sekisho.ejb.assurance.RequestService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** One request: answered by the organisation that was asked, accepted or returned by the auditors. */
@Named
@RequestScoped
public class AuditRequestPage {

    @Inject
    private RequestService requests;

    @Inject
    private EvidenceService evidence;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable RequestView view;
    private @Nullable List<EvidenceLine> lines;
    private String @Nullable [] chosen;
    private @Nullable String reason;

    public UUID getId() {
        return FormValues.requireId(request, "id");
    }

    public RequestView getView() {
        if (view == null) {
            view = requests.one(getId());
        }
        return view;
    }

    public RequestRow getRow() {
        return getView().row();
    }

    /** Whether the person may answer: for the organisation that was asked, while an answer is missing. */
    public boolean isAnswerable() {
        return isAsked() && getView().open() && getRow().state().waitsForAnswer() && me.can("evidence:upload");
    }

    /** Whether an auditor may judge the answer; in other engagements than the own ones a request isn't seen. */
    public boolean isJudgeable() {
        return getView().open() && getRow().state() == RequestState.ANSWERED && me.can("audit:request");
    }

    /** Whether an auditor may take the request back. */
    public boolean isWithdrawable() {
        return getView().open() && getRow().state().canBecome(RequestState.WITHDRAWN) && me.can("audit:request");
    }

    public boolean isAsked() {
        return getRow().organisationId().equals(me.getAccount().organisation());
    }

    /** The items that answer it, as far as the person may see them. */
    public List<EvidenceLine> getAnswer() {
        return getLines().stream()
                .filter(line -> getView().evidence().contains(line.row().id()))
                .toList();
    }

    /** The organisation's items that can answer it; those of its section first. */
    public List<EvidenceLine> getChoices() {
        return getLines().stream()
                .filter(line -> line.row().state().counts())
                .filter(line -> line.row().organisationId().equals(getRow().organisationId()))
                .sorted((one, other) -> Boolean.compare(isApart(one), isApart(other)))
                .toList();
    }

    private boolean isApart(EvidenceLine line) {
        return line.row().section() != getRow().section();
    }

    private List<EvidenceLine> getLines() {
        if (lines == null) {
            UUID engagement = getRow().engagement();
            lines = me.can("evidence:read")
                    ? evidence.list(engagement, EvidenceFilter.of(engagement), PageRequest.most())
                            .items()
                    : List.of();
        }
        return lines;
    }

    public void answer() {
        Set<UUID> items = Arrays.stream(getChosen())
                .flatMap(each -> FormValues.id(each).stream())
                .collect(Collectors.toSet());
        requests.answer(getId(), items);
        back("audit-request.done.answered");
    }

    public void accept() {
        requests.accept(getId());
        back("audit-request.done.accepted");
    }

    public void giveBack() {
        requests.giveBack(getId(), FormValues.text(reason));
        back("audit-request.done.returned");
    }

    public void withdraw() {
        requests.withdraw(getId(), FormValues.text(reason));
        back("audit-request.done.withdrawn");
    }

    private void back(String key) {
        notices.done(key, Map.of());
        notices.leadTo("/audit-request?id=" + getId());
    }

    /** The items chosen; at first those that answered before, and the one just uploaded for it. */
    public String[] getChosen() {
        return chosen == null
                ? Stream.concat(getView().evidence().stream(), FormValues.id(request.getParameter("chosen")).stream())
                        .map(UUID::toString)
                        .toArray(String[]::new)
                : chosen.clone();
    }

    public void setChosen(String[] chosen) {
        this.chosen = chosen.clone();
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
