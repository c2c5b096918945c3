package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.assurance.AuditControlService;
import org.sekisho.ejb.assurance.AuditControls;
import org.sekisho.ejb.assurance.AuditControls.Line;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.Say;

/** The controls in the scope of an audit, and how they stand. */
@Named
@RequestScoped
public class ControlsTab {

    private static final Csv<Line> CSV = new Csv<Line>()
            .with("control", line -> line.coverage().control().id())
            .with("title_en", line -> line.coverage().control().title().en())
            .with("title_ja", line -> line.coverage().control().title().ja())
            .with(
                    "sections",
                    line -> String.join(
                            "; ",
                            line.coverage().sections().stream()
                                    .sorted()
                                    .map(Enum::name)
                                    .toList()))
            .with("evidence", line -> line.coverage().evidence())
            .with("days_without_proof", line -> line.coverage().gapDays())
            .with("first_day_without_proof", line -> line.coverage().firstGap().map(LocalDate::toString))
            .with("findings", line -> line.findings().size())
            .with("samples", Line::samples)
            .with("exceptions", Line::exceptions);

    @Inject
    private AuditPage page;

    @Inject
    private AuditControlService controls;

    @Inject
    private CoverageTab coverage;

    @Inject
    private AuditWords words;

    @Inject
    private Say say;

    private @Nullable AuditControls shown;

    public AuditControls getControls() {
        if (shown == null) {
            shown = controls.controls(page.getId());
        }
        return shown;
    }

    /** How a control stands month by month; months that stand alike in a row are said together. */
    public List<String> months(Line line) {
        List<YearMonth> months = getControls().months();
        List<String> states =
                line.coverage().cells().stream().map(coverage::words).toList();
        List<String> said = new ArrayList<>();
        for (int first = 0; first < states.size(); ) {
            int next = first + 1;
            while (next < states.size() && states.get(next).equals(states.get(first))) {
                next++;
            }
            said.add(
                    next == first + 1
                            ? say.with(
                                    "audit-controls.month", "month", month(months, first), "state", states.get(first))
                            : say.text(
                                    "audit-controls.months",
                                    Map.of(
                                            "first",
                                            month(months, first),
                                            "last",
                                            month(months, next - 1),
                                            "state",
                                            states.get(first))));
            first = next;
        }
        return said;
    }

    private String month(List<YearMonth> months, int at) {
        return words.month(months.get(at));
    }

    void download() {
        Page<Line> all = new Page<>(
                getControls().lines(), Optional.empty(), getControls().lines().size());
        CSV.send("controls-" + page.getRow().number(), after -> all);
    }
}
