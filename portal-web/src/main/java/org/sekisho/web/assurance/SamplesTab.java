package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.sample.PopulationKind;
import org.sekisho.domain.assurance.sample.SampleFilter;
import org.sekisho.domain.assurance.sample.SampleRow;
import org.sekisho.domain.assurance.sample.SampleState;
import org.sekisho.domain.assurance.sample.SamplingMethod;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.assurance.SampleService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** The samples of an audit, for its team. */
@Named
@RequestScoped
public class SamplesTab {

    private static final Csv<SampleRow> CSV = new Csv<SampleRow>()
            .with("number", SampleRow::number)
            .with("purpose", SampleRow::purpose)
            .with("kind", SampleRow::kind)
            .with("method", SampleRow::method)
            .with("period_first", row -> row.period().first())
            .with("period_last", row -> row.period().last())
            .with("records", SampleRow::records)
            .with("counted", SampleRow::counted)
            .with("state", SampleRow::state)
            .with("items", SampleRow::items)
            .with("tested", SampleRow::tested)
            .with("approved", SampleRow::approved)
            .with("exceptions", SampleRow::exceptions);

    @Inject
    private AuditPage page;

    @Inject
    private SampleService samples;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<SampleRow> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request,
                    List.of("id", "tab"),
                    List.of("kind", "method", "state"),
                    List.of("-number", "kind", "method", "state"));
        }
        return list;
    }

    public Page<SampleRow> getRows() {
        if (rows == null) {
            rows = samples.list(page.getId(), filter(), getList().page());
        }
        return rows;
    }

    public List<Choice> getKinds() {
        return say.choices("population-kind", Arrays.stream(PopulationKind.values()));
    }

    public List<Choice> getMethods() {
        return say.choices("sampling-method", Arrays.stream(SamplingMethod.values()));
    }

    public List<Choice> getStates() {
        return say.choices("sample-state", Arrays.stream(SampleState.values()));
    }

    void download() {
        CSV.send(
                "samples-" + page.getRow().number(),
                after -> samples.list(page.getId(), filter(), getList().wholeAfter(after)));
    }

    private SampleFilter filter() {
        return new SampleFilter(
                page.getId(),
                getList().choice("kind", PopulationKind.class),
                getList().choice("method", SamplingMethod.class),
                getList().choice("state", SampleState.class));
    }
}
