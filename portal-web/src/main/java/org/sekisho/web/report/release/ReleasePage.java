package org.sekisho.web.report.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.release.ReleaseState;
import org.sekisho.domain.report.release.ReleaseView;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.report.release.ReceivedReleaseService;
import org.sekisho.ejb.report.release.ReleaseApprovalService;
import org.sekisho.ejb.report.release.ReleaseService;
import org.sekisho.ejb.report.release.ReleasedFile;
import org.sekisho.web.shared.FileDownload;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;

/** One release, and what the person may do with it. */
@Named
@RequestScoped
public class ReleasePage {

    /** Acts that ask for a reason on a page of their own. */
    private static final List<String> ACTS = List.of("decline", "withdraw", "recall");

    @Inject
    private ReleaseService releases;

    @Inject
    private ReleaseApprovalService approvals;

    @Inject
    private ReceivedReleaseService received;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private @Nullable ReleaseView view;
    private String readHash = "";
    private String reason = "";

    public ReleaseView getView() {
        if (view == null) {
            view = releases.one(getId());
        }
        return view;
    }

    private UUID getId() {
        return FormValues.requireId(request, "id");
    }

    public String getAddress() {
        return "/release?id=" + getId();
    }

    /** Which act the address names. */
    public String getAct() {
        String act = FormValues.text(request.getParameter("act"));
        if (!ACTS.contains(act)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return act;
    }

    public String tone(ReleaseState state) {
        return switch (state) {
            case REQUESTED -> "chip-info";
            case RELEASED -> "chip-good";
            case DECLINED, RECALLED -> "chip-bad";
            case WITHDRAWN -> "";
        };
    }

    /** Sends the very bytes that were released. */
    public void download() {
        ReleasedFile file = received.content(getId());
        FileDownload.send(file.name(), file.mediaType(), out -> out.write(file.bytes()));
    }

    public void approve() {
        approvals.approve(getId(), readHash);
        done("approved");
    }

    public void confirmReceipt() {
        received.confirmReceipt(getId());
        done("receipt");
    }

    public void confirmDestruction() {
        received.confirmDestruction(getId());
        done("destruction");
    }

    /** The act that the address names. */
    public void take() {
        switch (getAct()) {
            case "decline" -> approvals.decline(getId(), reason);
            case "withdraw" -> releases.withdraw(getId());
            default -> releases.recall(getId(), reason);
        }
        done(getAct());
    }

    private void done(String what) {
        notices.done("release.done." + what, Map.of());
        notices.leadTo(getAddress());
    }

    public String getReadHash() {
        return getView().row().sha256();
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
}
