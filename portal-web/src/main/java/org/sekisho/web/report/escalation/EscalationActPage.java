package org.sekisho.web.report.escalation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.report.escalation.EscalationService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;

/** The page on which an act on an escalation is confirmed: what it means, what has to be given, and the button. */
@Named
@RequestScoped
public class EscalationActPage {

    private static final Set<String> ACTS = Set.of("context", "voluntary", "stand-down");

    @Inject
    private EscalationPage page;

    @Inject
    private EscalationService escalations;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private @Nullable String words;

    /** Which act the address names. */
    public String getAct() {
        String given = request.getParameter("act");
        if (given == null || !ACTS.contains(given)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return given;
    }

    /** The name of the field, as errors name it. */
    public String getField() {
        return getAct().equals("context") ? "text" : "reason";
    }

    public void submit() {
        UUID id = page.getId();
        switch (getAct()) {
            case "context" -> escalations.addContext(id, FormValues.text(words));
            case "voluntary" -> escalations.markVoluntary(id);
            default -> escalations.standDown(id, FormValues.text(words));
        }
        notices.done("escalation.done." + getAct(), Map.of());
        notices.leadTo("/escalation?id=" + id);
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }
}
