package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.finding.ActionRow;
import org.sekisho.domain.assurance.finding.FindingStatement;
import org.sekisho.domain.assurance.finding.FindingView;
import org.sekisho.domain.assurance.finding.FindingView.Said;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.assurance.CorrectiveActionService;
import org.sekisho.web.shared.DayHints;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** One corrective action: reported by the organisation that does it, followed up by those who look whether it helped. */
@Named
@RequestScoped
public class CorrectiveActionPage {

    private static final List<String> ACTS = List.of("report", "verify", "reject");

    @Inject
    private CorrectiveActionService actions;

    @Inject
    private AnswerNotice answerNotice;

    @Inject
    private Notices notices;

    @Inject
    private DayHints dayHints;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable FindingView view;
    private @Nullable String words;
    private @Nullable String latest;

    public UUID getId() {
        return FormValues.requireId(request, "id");
    }

    /** The audit in which it is followed up; empty for its own. */
    public Optional<UUID> getIn() {
        return FormValues.id(request.getParameter("in"));
    }

    public FindingView getView() {
        if (view == null) {
            view = actions.one(getId());
        }
        return view;
    }

    public ActionRow getRow() {
        return getView().actions().stream()
                .filter(action -> action.id().equals(getId()))
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** What was said about it. */
    public List<Said> getHistory() {
        Optional<Integer> number = Optional.of(getRow().number());
        return getView().statements().stream()
                .filter(said -> said.action().equals(number) && said.kind() != FindingStatement.Kind.PLANNED)
                .toList();
    }

    /** What it does; empty where that can't be read. */
    public Optional<Said> getPlan() {
        Optional<Integer> number = Optional.of(getRow().number());
        return getView().statements().stream()
                .filter(said -> said.action().equals(number) && said.kind() == FindingStatement.Kind.PLANNED)
                .findFirst();
    }

    /** The acts that the page offers, by name; the first is the one filled button. */
    public List<String> getOffers() {
        List<String> names = new ArrayList<>();
        boolean own = isOwn();
        boolean answers = own && answerNotice.obstacles(getRow().engagement()).isEmpty();
        switch (getRow().state()) {
            case OPEN -> {
                if (answers) {
                    names.add("report");
                }
            }
            case REPORTED -> {
                if (!own && isFollowedUp()) {
                    names.add("verify");
                    names.add("reject");
                }
            }
            case NOT_EFFECTIVE -> {
                if (answers) {
                    names.add("replace");
                }
            }
            case VERIFIED, REPLACED -> {}
        }
        return names;
    }

    /** Whether the person answers for the organisation that does it. */
    public boolean isOwn() {
        return me.can("finding:answer")
                && getRow().organisationId().equals(me.getAccount().organisation());
    }

    /** Auditors follow up in an audit that is open to them; those who commissioned it once it is closed. */
    private boolean isFollowedUp() {
        return me.can("finding:follow-up")
                && (me.can("finding:raise") || !getView().open());
    }

    /** Where an act is confirmed. */
    public String path(String act) {
        return act.equals("replace")
                ? "/audit-finding-act?act=plan&replaces=" + getId() + "&id=" + getRow().finding()
                : "/corrective-action-act?act=" + act + "&" + address();
    }

    /** Its own page. */
    public String getBack() {
        return "/corrective-action?" + address();
    }

    private String address() {
        return "id=" + getId() + getIn().map(in -> "&in=" + in).orElse("");
    }

    /** Which act the address names. */
    public String getAct() {
        String given = request.getParameter("act");
        if (given == null || !ACTS.contains(given)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return given;
    }

    /** Does what the address names, and leads back. */
    public void submit() {
        switch (getAct()) {
            case "report" -> actions.report(getId(), FormValues.text(words));
            case "verify" -> actions.verify(getId(), getIn(), FormValues.text(words));
            case "reject" -> {
                LocalDate by = FormValues.requireDay(latest, "latest");
                actions.reject(getId(), getIn(), by, FormValues.text(words));
                dayHints.tell("latest", by);
            }
            default -> throw new Refusal(SharedError.NOT_FOUND);
        }
        notices.done("action-act.done." + getAct(), Map.of());
        notices.leadTo(getBack());
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }

    public @Nullable String getLatest() {
        return latest;
    }

    public void setLatest(@Nullable String latest) {
        this.latest = latest;
    }
}
