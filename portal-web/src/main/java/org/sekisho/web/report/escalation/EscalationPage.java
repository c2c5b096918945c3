package org.sekisho.web.report.escalation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.escalation.EscalationDocument;
import org.sekisho.domain.report.escalation.EscalationRow;
import org.sekisho.domain.report.escalation.EscalationState;
import org.sekisho.domain.report.escalation.EscalationView;
import org.sekisho.domain.report.escalation.EscalationView.Evaluated;
import org.sekisho.ejb.report.escalation.EscalationService;
import org.sekisho.web.shared.FileDownload;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** One escalation: what waits and by when, what was sent, why it was, and what became of it. */
@Named
@RequestScoped
public class EscalationPage {

    @Inject
    private EscalationService escalations;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private @Nullable EscalationView view;
    private String readHash = "";

    public UUID getId() {
        return FormValues.requireId(request, "id");
    }

    /** Answers with what was sent, byte by byte as its hash names it. */
    public void download() {
        String hash = String.valueOf(request.getParameter("document"));
        byte[] sent = escalations.document(getId(), hash);
        FileDownload.send(
                getRow().reference() + "-" + hash.substring(0, 12) + ".json",
                "application/json",
                out -> out.write(sent));
    }

    public EscalationView getView() {
        if (view == null) {
            view = escalations.one(getId());
        }
        return view;
    }

    public EscalationRow getRow() {
        return getView().row();
    }

    public boolean isLate() {
        return getRow().overdue(clock.instant());
    }

    /** What the page says first: what waits, and for whom. */
    public String getHeadline() {
        EscalationRow row = getRow();
        if (row.state() == EscalationState.WAITING && getView().may().acknowledge()) {
            return "escalation.first.acknowledge";
        }
        if (row.eased() && row.state().isOpen()) {
            return "escalation.first.eased";
        }
        return "escalation.first." + row.state().name();
    }

    /** What happens if nobody does anything. */
    public String getOtherwise() {
        return "escalation.otherwise."
                + (getRow().eased() && getRow().state() != EscalationState.WAITING
                        ? "eased"
                        : getRow().state().name());
    }

    /** The evaluation that it rests on. */
    public Optional<Evaluated> getDecides() {
        return getView().evaluations().stream().filter(Evaluated::decides).findFirst();
    }

    /** What the table was asked, in words: one phrase for each input. */
    public List<String> asked(Evaluated evaluated) {
        return evaluated.inputs().entrySet().stream()
                .map(each -> say.with(
                        "report.rated-input",
                        "input",
                        say.find("decision.input." + each.getKey()).orElse(each.getKey()),
                        "value",
                        say.find("decision.value." + each.getKey() + "." + each.getValue())
                                .orElse(each.getValue())))
                .toList();
    }

    /** What the institution's people added. */
    public List<EscalationView.Document> getContexts() {
        return getView().documents().stream()
                .filter(each -> each.kind() == EscalationDocument.Kind.CONTEXT)
                .toList();
    }

    /** Whether the person acts for the institution that owns the report. */
    public boolean isOwn() {
        return getRow().organisation().equals(me.getAccount().organisation());
    }

    public void acknowledge() {
        escalations.acknowledge(getId(), readHash);
        notices.done("escalation.done.acknowledge", Map.of());
        notices.leadTo("/escalation?id=" + getId());
    }

    public String getReadHash() {
        return getView().rendering().orElse("");
    }

    public void setReadHash(String readHash) {
        this.readHash = FormValues.text(readHash);
    }
}
