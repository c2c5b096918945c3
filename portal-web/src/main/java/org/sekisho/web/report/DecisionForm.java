package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.report.reading.ReportView.Decision;
import org.sekisho.domain.report.reading.ReviewView.StageView;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.report.review.StageState;
import org.sekisho.ejb.report.CastVote;
import org.sekisho.ejb.report.ReviewService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The form by which a reviewer decides on the revision that the page shows. */
@Named
@RequestScoped
public class DecisionForm {

    @Inject
    private ReportPage page;

    @Inject
    private ReviewService reviews;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    private String readHash = "";
    private String reason = "";
    private String password = "";
    private String code = "";

    public Decision getDecision() {
        return page.getView().decision();
    }

    /** Whether something waits for this person's side, though perhaps not for this person. */
    public boolean isShown() {
        return getDecision().possible() || getDecision().refused().isPresent();
    }

    /** Why this person doesn't decide here. */
    public String getRefused() {
        return getDecision()
                .refused()
                .flatMap(each -> say.find("report.cannot." + each).or(() -> say.find("error." + each)))
                .orElse("");
    }

    /** Whether the authority decides now. */
    public boolean isAuthority() {
        return stage().map(StageView::side).filter(Side.AUTHORITY::equals).isPresent();
    }

    private Optional<StageView> stage() {
        return page.getView().review().stream()
                .flatMap(review -> review.stages().stream())
                .filter(each -> each.state() == StageState.OPEN)
                .findFirst();
    }

    public void agree() {
        cast(isAuthority() ? Choice.NO_OBJECTION : Choice.AGREES);
    }

    public void reject() {
        cast(Choice.REJECTS);
    }

    private void cast(Choice choice) {
        reviews.vote(new CastVote(page.getId(), readHash, choice, reason, password, code));
        notices.done("report.decided." + choice.name(), Map.of());
        notices.leadTo("/report?id=" + page.getId());
    }

    public String getReadHash() {
        return page.getView().hash();
    }

    public void setReadHash(String readHash) {
        this.readHash = FormValues.text(readHash);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = FormValues.text(reason);
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = FormValues.text(password);
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = FormValues.text(code);
    }
}
