package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.reading.ReportFilter;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** Reports that the person may see, found by number or component, state, risk, label and owner. */
@Named
@RequestScoped
public class ReportsPage {

    private static final Csv<ReportRow> CSV = new Csv<ReportRow>()
            .with("number", ReportRow::reference)
            .with("title", ReportRow::title)
            .with("organisation", ReportRow::organisationName)
            .with("agreement", ReportRow::agreementNumber)
            .with("tier", ReportRow::tier)
            .with("label", row -> row.label().label())
            .with("state", ReportRow::state)
            .with("since", ReportRow::since)
            .with("received_at", ReportRow::receivedAt)
            .with("revision", ReportRow::revisionNumber)
            .with("whose_move", ReportRow::turn)
            .with("due", ReportRow::due);

    @Inject
    private ReportService reports;

    @Inject
    private ReportAgreements agreements;

    @Inject
    private Me me;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<ReportRow> page;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request,
                    List.of("import"),
                    List.of("state", "tier", "label", "organisation", "agreement"),
                    List.of("-received", "number", "tier", "state", "label", "organisation", "agreement", "due"));
        }
        return list;
    }

    public Page<ReportRow> getPage() {
        if (page == null) {
            page = reports.list(filter(), getList().page());
        }
        return page;
    }

    /** Whether reports of several owners may be in it: an institution sees its own. */
    public boolean isSeveral() {
        return !me.can("report:file") && !me.can("measure:order");
    }

    public List<Choice> getAgreements() {
        return agreements.governing();
    }

    public List<Choice> getStates() {
        return say.choices("report-state", Arrays.stream(ReportState.values()));
    }

    public List<Choice> getTiers() {
        return say.choices("clause-word.risk-tier", Arrays.stream(RiskTier.values()));
    }

    /** The labels, which are never translated. */
    public List<Choice> getLabels() {
        return Arrays.stream(Tlp.values())
                .map(each -> new Choice(each.name(), each.label()))
                .toList();
    }

    public void download() {
        CSV.send("reports", after -> reports.list(filter(), getList().wholeAfter(after)));
    }

    private ReportFilter filter() {
        Set<ReportState> states =
                getList().choice("state", ReportState.class).map(Set::of).orElse(Set.of());
        return new ReportFilter(
                getList().id("agreement"),
                getList().id("organisation"),
                states,
                getList().choice("tier", RiskTier.class),
                getList().choice("label", Tlp.class),
                getList().words(),
                getList().id("import"));
    }
}
