package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.finding.ActionRow;
import org.sekisho.domain.assurance.finding.FindingRow;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.FindingState;
import org.sekisho.domain.assurance.finding.FindingStatement;
import org.sekisho.domain.assurance.finding.FindingView;
import org.sekisho.domain.assurance.finding.FindingView.Said;
import org.sekisho.domain.assurance.finding.FindingWords.Part;
import org.sekisho.ejb.assurance.FindingService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;

/** One finding of an audit, and what the person may do about it. */
@Named
@RequestScoped
public class AuditFindingPage {

    @Inject
    private FindingService findings;

    @Inject
    private AnswerNotice answers;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable FindingView view;

    public UUID getId() {
        return FormValues.requireId(request, "id");
    }

    public FindingView getView() {
        if (view == null) {
            view = findings.one(getId());
        }
        return view;
    }

    public FindingRow getRow() {
        return getView().row();
    }

    /** The parts that say something, the title left out. */
    public List<Part> getParts() {
        return getView()
                .words()
                .map(words ->
                        List.of(Part.CONDITION, Part.CRITERION, Part.CAUSE, Part.CONSEQUENCE, Part.RECOMMENDATION)
                                .stream()
                                .filter(part -> !words.of(part).isEmpty())
                                .toList())
                .orElse(List.of());
    }

    public String words(Part part) {
        return getView().words().map(words -> words.of(part)).orElse("");
    }

    public Optional<String> getTitle() {
        return getView().words().map(words -> words.of(Part.TITLE));
    }

    /** The acts that the page offers, by name; the first is the one filled button. */
    public List<String> getOffers() {
        List<String> names = new ArrayList<>();
        if (isAudited() && answers.obstacles(getRow().engagement()).isEmpty()) {
            ofAudited(names);
        }
        if (me.can("finding:raise") && getView().open()) {
            ofAuditors(names);
        }
        return names;
    }

    private void ofAudited(List<String> names) {
        switch (getRow().state()) {
            case FACT_CHECK -> {
                names.add("confirm");
                names.add("contest");
            }
            case ESTABLISHED -> {
                names.add("respond");
                names.add("plan");
            }
            case RESPONDED -> names.add("plan");
            case DRAFT, CONTESTED, WITHDRAWN -> {}
        }
    }

    private void ofAuditors(List<String> names) {
        FindingState state = getRow().state();
        boolean checked = getRow().revision() == getView().checkedRevision();
        if (state.isRevisable() && !checked) {
            names.add("submit");
        }
        if (state.canBecome(FindingState.ESTABLISHED)
                && checked
                && (state == FindingState.CONTESTED || getView().factsOverdue())) {
            names.add("maintain");
        }
        if (state.isRevisable()) {
            names.add("edit");
        }
        if (state.canBecome(FindingState.WITHDRAWN)) {
            names.add("withdraw");
        }
    }

    /** Where an act is confirmed. */
    public String path(String act) {
        return act.equals("edit")
                ? "/audit-finding-edit?id=" + getId()
                : "/audit-finding-act?act=" + act + "&id=" + getId();
    }

    /** Whether the person answers for the audited organisation. */
    public boolean isAudited() {
        return me.can("finding:answer")
                && getRow().organisationId().equals(me.getAccount().organisation());
    }

    /** The text that says what comes of doing nothing. */
    public String getOtherwise() {
        FindingRow row = getRow();
        return row.state() == FindingState.RESPONDED && row.severity() != FindingSeverity.CRITICAL
                ? "action.otherwise." + row.severity().name()
                : "finding.otherwise." + row.state().name();
    }

    /** What an action does; empty where that can't be read. */
    public String plan(ActionRow action) {
        return getView().statements().stream()
                .filter(said -> said.kind() == FindingStatement.Kind.PLANNED
                        && said.action().equals(Optional.of(action.number())))
                .findFirst()
                .map(Said::words)
                .orElse("");
    }

    /** Whether the person's organisation has something to say or to plan. */
    public boolean isAnswerable() {
        return isAudited()
                && (getRow().state() == FindingState.FACT_CHECK
                        || getRow().state().isEstablished());
    }

    /** Everything said about the finding and its actions. */
    public List<Said> getHistory() {
        return getView().statements();
    }
}
