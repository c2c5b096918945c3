package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.ejb.report.FileReport;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** The page on which a single report is filed. */
@Named
@RequestScoped
public class ReportNewPage {

    @Inject
    private ReportService reports;

    @Inject
    private ReportAgreements agreements;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    private final ReportFields fields = new ReportFields();
    private final SurroundingsFields surroundings = new SurroundingsFields();
    private final FoundByFields found = new FoundByFields();
    private String agreement = "";
    private String label = "";

    /** The agreements by which the person's own institution receives access. */
    public List<Choice> getAgreements() {
        me.require("report:file");
        return agreements.receiving();
    }

    public void submit() {
        UUID filed = reports.file(new FileReport(
                FormValues.requireChosen(agreement, "agreement"),
                FormValues.requireChoice(label, Tlp.class, "label"),
                fields.content(),
                surroundings.said(),
                found.said()));
        notices.done("report.filed", Map.of());
        notices.leadTo("/report?id=" + filed);
    }

    public ReportFields getFields() {
        return fields;
    }

    public SurroundingsFields getSurroundings() {
        return surroundings;
    }

    public FoundByFields getFound() {
        return found;
    }

    public String getAgreement() {
        return agreement;
    }

    public void setAgreement(String agreement) {
        this.agreement = FormValues.text(agreement);
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = FormValues.text(label);
    }
}
