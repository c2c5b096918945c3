package org.sekisho.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.intake.IntakeFailure;
import org.sekisho.domain.report.intake.IntakeFilter;
import org.sekisho.domain.report.intake.IntakeState;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.report.intake.IntakeLine;
import org.sekisho.ejb.report.intake.IntakeService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** The imports of the organisation, and the row of one of them. */
@Named
@RequestScoped
public class ReportImportsPage {

    private static final Csv<IntakeLine> CSV = new Csv<IntakeLine>()
            .with("import", line -> line.row().id())
            .with("file", IntakeLine::fileName)
            .with("format", line -> line.row().format())
            .with("agreement", line -> line.row().agreementNumber())
            .with("agreement_version", line -> line.row().agreementVersion())
            .with("environment", line -> line.row().environment())
            .with("tool", line -> line.row().tool())
            .with("tool_version", line -> line.row().toolVersion())
            .with("run", line -> line.row().run())
            .with("label", line -> line.row().label())
            .with("state", line -> line.row().state())
            .with("received", line -> line.row().tally().received())
            .with("created", line -> line.row().tally().created())
            .with("duplicates", line -> line.row().tally().duplicates())
            .with("rejected", line -> line.row().tally().rejected())
            .with("failed_runs", line -> line.row().failedRuns())
            .with("failure", line -> line.row().failure().map(IntakeFailure::code))
            .with("imported_by", line -> line.row().operator())
            .with("begun_at", line -> line.row().begunAt())
            .with("ended_at", line -> line.row().endedAt())
            .with("size", line -> line.row().size())
            .with("sha256", line -> line.row().sha256());

    @Inject
    private IntakeService intakes;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<IntakeLine> page;
    private @Nullable IntakeLine one;

    /** Answers with the whole list as CSV. */
    public void download() {
        CSV.send("report-imports", after -> intakes.list(filter(), getList().wholeAfter(after)));
    }

    public ListState getList() {
        if (list == null) {
            list = ListState.of(
                    request, List.of("state", "format"), List.of("-begun", "state", "tool", "size", "received"));
        }
        return list;
    }

    public Page<IntakeLine> getPage() {
        if (page == null) {
            page = intakes.list(filter(), getList().page());
        }
        return page;
    }

    public List<Choice> getStates() {
        return say.choices("intake-state", Arrays.stream(IntakeState.values()));
    }

    public List<Choice> getFormats() {
        return say.choices("source-format", Arrays.stream(SourceFormat.values()));
    }

    /** The import that the address names. */
    public IntakeLine getOne() {
        if (one == null) {
            one = intakes.one(FormValues.requireId(request, "id"));
        }
        return one;
    }

    /** Whether the file that led here was there before. */
    public boolean isRepeated() {
        return "1".equals(request.getParameter("repeated"));
    }

    private IntakeFilter filter() {
        ListState given = getList();
        return new IntakeFilter(
                given.choice("state", IntakeState.class).map(Set::of).orElse(Set.of()),
                given.choice("format", SourceFormat.class),
                Optional.of(given.getWords()).filter(words -> !words.isEmpty()));
    }
}
