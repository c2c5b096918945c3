package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.finding.ActionFilter;
import org.sekisho.domain.assurance.finding.ActionRow;
import org.sekisho.domain.assurance.finding.ActionState;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.assurance.ActionLine;
import org.sekisho.ejb.assurance.CorrectiveActionService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** The corrective actions that an audit looks at: its own, and those of earlier ones. */
@Named
@RequestScoped
public class ActionsTab {

    private static final Csv<ActionLine> CSV = new Csv<ActionLine>()
            .with("audit", line -> line.row().engagementNumber())
            .with("number", line -> line.row().number())
            .with("finding", line -> line.row().findingNumber())
            .with("plan", line -> line.plan().orElse(""))
            .with("severity", line -> line.row().severity())
            .with("due", line -> line.row().lastDay())
            .with("state", line -> line.row().state());

    @Inject
    private AuditPage page;

    @Inject
    private CorrectiveActionService actions;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<ActionLine> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request,
                    List.of("id", "tab"),
                    List.of("state", "severity"),
                    List.of("due", "number", "severity", "state"));
        }
        return list;
    }

    public Page<ActionLine> getRows() {
        if (rows == null) {
            rows = actions.list(page.getId(), filter(), getList().page());
        }
        return rows;
    }

    public List<Choice> getStates() {
        return say.choices("action-state", Arrays.stream(ActionState.values()));
    }

    public List<Choice> getSeverities() {
        return say.choices("finding-severity", Arrays.stream(FindingSeverity.values()));
    }

    /** The page of an action; where an earlier audit's is followed up, in this one. */
    public String path(ActionRow row) {
        UUID audit = page.getId();
        return "/corrective-action?id=" + row.id() + (row.engagement().equals(audit) ? "" : "&in=" + audit);
    }

    void download() {
        CSV.send(
                "corrective-actions-" + page.getRow().number(),
                after -> actions.list(page.getId(), filter(), getList().wholeAfter(after)));
    }

    private ActionFilter filter() {
        return new ActionFilter(
                Optional.of(page.getId()),
                Optional.empty(),
                getList().choice("state", ActionState.class).map(Set::of).orElse(Set.of()),
                getList().choice("severity", FindingSeverity.class).map(Set::of).orElse(Set.of()));
    }
}
