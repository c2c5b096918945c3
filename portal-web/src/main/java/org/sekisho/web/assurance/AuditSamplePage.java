package org.sekisho.web.assurance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.sample.SampleItemFilter;
import org.sekisho.domain.assurance.sample.SampleItemRow;
import org.sekisho.domain.assurance.sample.SampleRow;
import org.sekisho.domain.assurance.sample.SampleState;
import org.sekisho.domain.assurance.sample.SampleView;
import org.sekisho.domain.assurance.sample.SheetState;
import org.sekisho.domain.assurance.sample.TestResult;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.assurance.SampleService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** One sample: its population, its seed, and its items with where their tests stand. */
@Named
@RequestScoped
public class AuditSamplePage {

    private static final Csv<SampleItemRow> CSV = new Csv<SampleItemRow>()
            .with("item", SampleItemRow::position)
            .with("record", SampleItemRow::subject)
            .with("stratum", SampleItemRow::stratum)
            .with("reason", SampleItemRow::reason)
            .with("state", SampleItemRow::state)
            .with("result", SampleItemRow::result)
            .with("prepared_by", SampleItemRow::preparedBy)
            .with("prepared_at", SampleItemRow::preparedAt)
            .with("reviewed_by", SampleItemRow::reviewedBy)
            .with("reviewed_at", SampleItemRow::reviewedAt);

    @Inject
    private SampleService samples;

    @Inject
    private SampleWords words;

    @Inject
    private Say say;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable SampleView view;
    private @Nullable ListState list;
    private @Nullable Page<SampleItemRow> items;

    /** Samples are the auditors' alone, whichever the address names. */
    @PostConstruct
    void open() {
        me.require("audit:request");
    }

    public UUID getId() {
        return FormValues.requireId(request, "id");
    }

    public SampleView getView() {
        if (view == null) {
            view = samples.one(getId());
        }
        return view;
    }

    public SampleRow getRow() {
        return getView().row();
    }

    /** Whether the items wait for somebody who draws them. */
    public boolean isDrawable() {
        return getView().open() && getRow().state() == SampleState.AWAITING_SEED;
    }

    /** Whether auditors pick its items. */
    public boolean isPicked() {
        return !getRow().method().isDrawn();
    }

    /** Whether more items can be picked. */
    public boolean isPickable() {
        return isPicked() && getView().fieldwork();
    }

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request,
                    List.of("id"),
                    List.of("state", "result", "stratum"),
                    List.of("position", "stratum", "state", "result"));
        }
        return list;
    }

    public Page<SampleItemRow> getItems() {
        if (items == null) {
            items = samples.items(getId(), filter(), getList().page());
        }
        return items;
    }

    public List<Choice> getStates() {
        return say.choices("sheet-state", Arrays.stream(SheetState.values()));
    }

    public List<Choice> getResults() {
        return say.choices("test-result", Arrays.stream(TestResult.values()));
    }

    public List<Choice> getStrata() {
        return getView().strata().stream()
                .map(each -> new Choice(each.stratum(), words.stratum(getRow().kind(), each.stratum())))
                .toList();
    }

    public void draw() {
        samples.draw(getId());
        notices.done("samples.done.drawn", Map.of());
        notices.leadTo("/audit-sample?id=" + getId());
    }

    /** Answers with the items as CSV. */
    public void download() {
        CSV.send(
                "sample-" + getRow().engagementNumber() + "-" + getRow().number(),
                after -> samples.items(getId(), filter(), getList().wholeAfter(after)));
    }

    private SampleItemFilter filter() {
        Optional<String> stratum = getList().value("stratum");
        return new SampleItemFilter(
                getId(),
                getList().choice("state", SheetState.class),
                getList().choice("result", TestResult.class),
                stratum);
    }
}
