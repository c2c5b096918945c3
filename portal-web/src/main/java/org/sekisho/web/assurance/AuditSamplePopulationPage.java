package org.sekisho.web.assurance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.sample.PopulationRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.assurance.PickItem;
import org.sekisho.ejb.assurance.SampleService;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** The frozen population of a sample, and picking a record of it where auditors pick. */
@Named
@RequestScoped
public class AuditSamplePopulationPage {

    private static final Csv<PopulationRow> CSV = new Csv<PopulationRow>()
            .with("position", PopulationRow::position)
            .with("record", PopulationRow::subject)
            .with("stratum", PopulationRow::stratum)
            .with("selected", PopulationRow::selected);

    @Inject
    private AuditSamplePage page;

    @Inject
    private SampleService samples;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<PopulationRow> rows;
    private @Nullable String reason;

    /** Samples are the auditors' alone, whichever the address names. */
    @PostConstruct
    void open() {
        me.require("audit:request");
    }

    public ListState getList() {
        if (list == null) {
            list = ListState.within(request, List.of("id"), List.of("stratum"), List.of("position", "stratum"));
        }
        return list;
    }

    public Page<PopulationRow> getRows() {
        if (rows == null) {
            rows = samples.population(
                    page.getId(),
                    getList().value("stratum"),
                    getList().words(),
                    getList().page());
        }
        return rows;
    }

    /** Answers with the population as CSV. */
    public void download() {
        CSV.send(
                "population-" + page.getRow().engagementNumber() + "-"
                        + page.getRow().number(),
                after -> samples.population(
                        page.getId(),
                        getList().value("stratum"),
                        getList().words(),
                        getList().wholeAfter(after)));
    }

    /** The record to pick. */
    public UUID getRecord() {
        return FormValues.requireId(request, "record");
    }

    public void pick() {
        UUID item = samples.pick(new PickItem(page.getId(), getRecord(), FormValues.text(reason)));
        notices.done("samples.done.picked", Map.of());
        notices.leadTo("/audit-sample-item?id=" + item);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
