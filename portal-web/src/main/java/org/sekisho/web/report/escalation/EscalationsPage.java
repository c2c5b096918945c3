package org.sekisho.web.report.escalation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.report.escalation.EscalationFilter;
import org.sekisho.domain.report.escalation.EscalationRow;
import org.sekisho.domain.report.escalation.EscalationState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.report.escalation.EscalationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** Escalations that the person may see, what waits first by its clock. */
@Named
@RequestScoped
public class EscalationsPage {

    private static final Csv<EscalationRow> CSV = new Csv<EscalationRow>()
            .with("report", EscalationRow::reference)
            .with("organisation", EscalationRow::organisationName)
            .with("agreement", EscalationRow::agreementNumber)
            .with("level", EscalationRow::level)
            .with("state", EscalationRow::state)
            .with("opened_at", EscalationRow::openedAt)
            .with("due", EscalationRow::dueAt)
            .with("raises", EscalationRow::raises)
            .with("acknowledged_at", EscalationRow::acknowledgedAt);

    @Inject
    private EscalationService escalations;

    @Inject
    private Me me;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<EscalationRow> page;

    public ListState getList() {
        if (list == null) {
            list = ListState.of(
                    request,
                    List.of("state", "level", "organisation"),
                    List.of("urgency", "number", "organisation", "level", "state", "due", "-opened"));
        }
        return list;
    }

    public Page<EscalationRow> getPage() {
        if (page == null) {
            page = escalations.list(filter(), getList().page());
        }
        return page;
    }

    /** Whether escalations of several institutions may be in it: an institution sees its own. */
    public boolean isSeveral() {
        return !me.can("report:file") && !me.can("measure:order");
    }

    public List<Choice> getStates() {
        return say.choices("escalation-state", Arrays.stream(EscalationState.values()));
    }

    public List<Choice> getLevels() {
        return say.choices(
                "decision.value.ESCALATION",
                Arrays.stream(EscalationLevel.values()).filter(each -> each != EscalationLevel.NONE));
    }

    public void download() {
        CSV.send("escalations", after -> escalations.list(filter(), getList().wholeAfter(after)));
    }

    private EscalationFilter filter() {
        return new EscalationFilter(
                getList().choice("state", EscalationState.class).map(Set::of).orElse(Set.of()),
                getList().choice("level", EscalationLevel.class),
                getList().id("organisation"),
                Optional.empty(),
                Optional.empty());
    }
}
