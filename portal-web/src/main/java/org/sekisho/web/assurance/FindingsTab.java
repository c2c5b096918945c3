package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.finding.FindingDays;
import org.sekisho.domain.assurance.finding.FindingFilter;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.FindingState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.assurance.FindingLine;
import org.sekisho.ejb.assurance.FindingService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** The findings of an audit. */
@Named
@RequestScoped
public class FindingsTab {

    private static final Csv<FindingLine> CSV = new Csv<FindingLine>()
            .with("number", line -> line.row().number())
            .with("title", line -> line.title().orElse(""))
            .with("section", line -> line.row().section())
            .with("controls", line -> String.join("; ", line.row().controls()))
            .with("severity", line -> line.row().severity())
            .with("state", line -> line.row().state())
            .with("facts_due", line -> day(line, FindingDays::facts))
            .with("response_due", line -> day(line, FindingDays::response))
            .with("remedy_due", line -> day(line, FindingDays::remedy))
            .with("position", line -> line.row().position().map(Enum::name).orElse(""))
            .with("actions", line -> line.row().actions())
            .with("actions_verified", line -> line.row().actionsVerified());

    @Inject
    private AuditPage page;

    @Inject
    private FindingService findings;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<FindingLine> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request,
                    List.of("id", "tab"),
                    List.of("state", "severity", "section"),
                    List.of("number", "severity", "section", "remedy", "state"));
        }
        return list;
    }

    public Page<FindingLine> getRows() {
        if (rows == null) {
            rows = findings.list(page.getId(), filter(), getList().page());
        }
        return rows;
    }

    public List<Choice> getStates() {
        return say.choices("finding-state", Arrays.stream(FindingState.values()));
    }

    public List<Choice> getSeverities() {
        return say.choices("finding-severity", Arrays.stream(FindingSeverity.values()));
    }

    public List<Choice> getSections() {
        return say.choices("evidence-section", page.getView().terms().sections().stream());
    }

    void download() {
        CSV.send(
                "findings-" + page.getRow().number(),
                after -> findings.list(page.getId(), filter(), getList().wholeAfter(after)));
    }

    private static String day(FindingLine line, Function<FindingDays, LocalDate> which) {
        return line.row().days().map(which).map(Object::toString).orElse("");
    }

    private FindingFilter filter() {
        return new FindingFilter(
                Optional.of(page.getId()),
                getList().choice("state", FindingState.class).map(Set::of).orElse(Set.of()),
                getList().choice("severity", FindingSeverity.class).map(Set::of).orElse(Set.of()),
                getList().choice("section", EvidenceSection.class));
    }
}
