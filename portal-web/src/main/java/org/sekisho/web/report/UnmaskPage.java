package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.ejb.report.UnmaskReport;
import org.sekisho.ejb.report.UnmaskService;
import org.sekisho.ejb.report.UnmaskedView;
import org.sekisho.web.shared.FormValues;

/**
 * The form on which a reviewer says why they need to see what is masked, and the one answer that shows it. Nothing of it outlives the
 * request: to see it again one asks again.
 */
@Named
@RequestScoped
public class UnmaskPage {

    @Inject
    private ReportPage page;

    @Inject
    private UnmaskService unmasking;

    private @Nullable UnmaskedView view;
    private String readHash = "";
    private String reason = "";
    private String password = "";
    private String code = "";

    /** Shows it in this very answer: an address of its own would be something to come back to. */
    public void show() {
        view = unmasking.unmask(new UnmaskReport(page.getId(), readHash, reason, password, code));
    }

    public boolean isShown() {
        return view != null;
    }

    public List<UnmaskedView.Passage> getPassages() {
        return Optional.ofNullable(view).map(UnmaskedView::passages).orElse(List.of());
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
