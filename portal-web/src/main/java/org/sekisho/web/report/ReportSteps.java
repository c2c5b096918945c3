package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.review.ChainState;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.report.ReportFlowService;
import org.sekisho.ejb.report.ReviewService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** What a report's page offers: steps that one button takes, and acts that have a page of their own because they ask for a reason. */
@Named
@RequestScoped
public class ReportSteps {

    @Inject
    private ReportPage page;

    @Inject
    private ReportFlowService flow;

    @Inject
    private ReviewService reviews;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    private String readHash = "";

    /** The step that a button takes, the likely one; empty where there is none for this person. */
    public List<String> getSteps() {
        if (!isOwner() || !me.can("report:work") || page.getView().content().isEmpty()) {
            return List.of();
        }
        return switch (page.getRow().state()) {
            case RECEIVED -> List.of("triage");
            case TRIAGE -> isReturned() ? List.of() : List.of("submit");
            case APPROVED -> List.of("remediate");
            case IN_REMEDIATION -> List.of("mitigate");
            case MITIGATED -> List.of("verify");
            case VERIFIED -> List.of("close");
            case IN_REVIEW, CLOSED, REJECTED, DUPLICATE, DEFERRED -> List.of();
        };
    }

    /** Whether a reviewer returned the present revision, so that it has to change first. */
    public boolean isReturned() {
        return page.getRow().state() == ReportState.TRIAGE
                && page.getView()
                        .review()
                        .filter(review -> review.state() == ChainState.RETURNED
                                && review.revisionNumber() == page.getRow().revisionNumber())
                        .isPresent();
    }

    /** Takes the step of the button that was pressed. */
    public void take(String step) {
        UUID report = page.getId();
        switch (step) {
            case "triage" -> flow.triage(report);
            case "submit" -> reviews.submit(report, readHash);
            case "remediate" -> flow.remediate(report);
            case "mitigate" -> flow.mitigate(report);
            case "verify" -> flow.verify(report);
            case "close" -> flow.close(report);
            default -> throw new Refusal(SharedError.NOT_FOUND);
        }
        notices.done("report-step.done." + step, Map.of());
        notices.leadTo("/report?id=" + report);
    }

    private boolean isOwner() {
        return page.getRow().organisation().equals(me.getAccount().organisation());
    }

    /** What the page showed when the button was pressed. */
    public String getReadHash() {
        return page.getView().hash();
    }

    public void setReadHash(String readHash) {
        this.readHash = FormValues.text(readHash);
    }
}
