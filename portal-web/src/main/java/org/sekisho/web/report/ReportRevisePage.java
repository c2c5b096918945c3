package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.ReviseReport;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;

/** The page on which what a report says is changed: the present revision as fields, of which a new revision is made. */
@Named
@RequestScoped
public class ReportRevisePage {

    @Inject
    private ReportPage page;

    @Inject
    private ReportService reports;

    @Inject
    private Notices notices;

    private @Nullable ReportFields fields;
    private String readHash = "";

    public ReportFields getFields() {
        if (fields == null) {
            fields = new ReportFields(page.getView().content().orElseThrow(() -> new Refusal(SharedError.NOT_FOUND)));
        }
        return fields;
    }

    public void submit() {
        reports.revise(new ReviseReport(page.getId(), readHash, getFields().content()));
        notices.done("report.revised", Map.of());
        notices.leadTo("/report?id=" + page.getId());
    }

    /** What was read when the page was opened: it stays when the page is drawn again, so that nobody's change is overwritten unread. */
    public String getReadHash() {
        return readHash.isEmpty() ? page.getView().hash() : readHash;
    }

    public void setReadHash(String readHash) {
        this.readHash = FormValues.text(readHash);
    }
}
