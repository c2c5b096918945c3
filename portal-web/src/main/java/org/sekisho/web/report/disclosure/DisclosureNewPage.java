package org.sekisho.web.report.disclosure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.disclosure.DisclosureRow;
import org.sekisho.domain.report.disclosure.DisclosureState;
import org.sekisho.ejb.report.disclosure.DisclosureService;
import org.sekisho.ejb.report.disclosure.OpenDisclosure;
import org.sekisho.web.report.ReportPage;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** The form on which a disclosure case is opened, and the cases about one report. */
@Named
@RequestScoped
public class DisclosureNewPage {

    @Inject
    private DisclosureService disclosures;

    @Inject
    private ReportPage page;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<DisclosureRow> ofReport;
    private String readHash = "";
    private String product = "";
    private String developer = "";
    private String summary = "";

    private UUID getId() {
        return FormValues.requireId(request, "id");
    }

    /** The cases about the report; none for whoever doesn't see any. */
    public List<DisclosureRow> getOfReport() {
        if (ofReport == null) {
            ofReport = me.can("disclosure:read") ? disclosures.ofReport(getId()) : List.of();
        }
        return ofReport;
    }

    /** Whether the person may open one, and none goes on. */
    public boolean isOffered() {
        return me.can("disclosure:work")
                && page.getRow().organisation().equals(me.getAccount().organisation())
                && DisclosureState.mayBegin(page.getRow().state())
                && getOfReport().stream().noneMatch(each -> each.state().isOpen());
    }

    public void submit() {
        UUID opened = disclosures.open(new OpenDisclosure(getId(), readHash, product, developer, summary));
        notices.done("disclosure.done.open", Map.of());
        notices.leadTo("/disclosure?id=" + opened);
    }

    public String getReadHash() {
        return page.getView().hash();
    }

    public void setReadHash(@Nullable String readHash) {
        this.readHash = FormValues.text(readHash);
    }

    public String getProduct() {
        return product;
    }

    public void setProduct(@Nullable String product) {
        this.product = FormValues.text(product);
    }

    public String getDeveloper() {
        return developer;
    }

    public void setDeveloper(@Nullable String developer) {
        this.developer = FormValues.text(developer);
    }

    public String getSummary() {
        return summary;
    }

    public void setSummary(@Nullable String summary) {
        this.summary = FormValues.text(summary);
    }
}
