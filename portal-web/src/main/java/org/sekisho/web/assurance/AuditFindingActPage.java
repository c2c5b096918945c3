package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.finding.ActionRow;
import org.sekisho.domain.assurance.finding.FindingDays;
import org.sekisho.domain.assurance.finding.Position;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.assurance.CorrectiveActionService;
import org.sekisho.ejb.assurance.FindingService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.DayHints;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The page on which an act on a finding is confirmed: what it means, what has to be given, and the button. */
@Named
@RequestScoped
public class AuditFindingActPage {

    private static final List<String> ACTS =
            List.of("submit", "confirm", "contest", "maintain", "withdraw", "respond", "plan");
    private static final Set<String> WITHOUT_WORDS = Set.of("submit", "confirm");

    @Inject
    private AuditFindingPage page;

    @Inject
    private FindingService findings;

    @Inject
    private CorrectiveActionService actions;

    @Inject
    private Notices notices;

    @Inject
    private DayHints dayHints;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();

    /** Which act the address names. */
    public String getAct() {
        String given = request.getParameter("act");
        if (given == null || !ACTS.contains(given)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return given;
    }

    public boolean isWorded() {
        return !WITHOUT_WORDS.contains(getAct());
    }

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    public List<Choice> getPositions() {
        return say.choices("finding-position", Arrays.stream(Position.values()));
    }

    /** The action that the new one replaces, where the address names one. */
    public Optional<ActionRow> getReplaced() {
        Optional<UUID> named = FormValues.id(request.getParameter("replaces"));
        return page.getView().actions().stream()
                .filter(action -> named.equals(Optional.of(action.id())))
                .findFirst();
    }

    /** The last day for the planned action. */
    public Optional<LocalDate> getLatest() {
        return getReplaced()
                .map(ActionRow::lastDay)
                .or(() -> page.getRow().days().map(FindingDays::remedy));
    }

    /** Does it, and leads back to the finding. */
    public void submit() {
        UUID id = page.getId();
        String words = FormValues.text(form.get("words"));
        switch (getAct()) {
            case "submit" -> {
                findings.submit(
                        id,
                        new FindingDays(
                                FormValues.requireDay(form.get("factsDue"), "factsDue"),
                                FormValues.requireDay(form.get("responseDue"), "responseDue"),
                                FormValues.requireDay(form.get("remedyDue"), "remedyDue")));
                dayHints.tell(form, "factsDue", "responseDue", "remedyDue");
            }
            case "confirm" -> findings.confirm(id);
            case "contest" -> findings.contest(id, words);
            case "maintain" -> findings.maintain(id, words);
            case "withdraw" -> findings.withdraw(id, words);
            case "respond" -> findings.respond(
                    id, FormValues.requireChoice(form.get("position"), Position.class, "position"), words);
            case "plan" -> {
                actions.plan(
                        id,
                        FormValues.requireDay(form.get("due"), "due"),
                        words,
                        getReplaced().map(ActionRow::id));
                dayHints.tell(form, "due");
            }
            default -> throw new Refusal(SharedError.NOT_FOUND);
        }
        notices.done("finding-act.done." + getAct(), Map.of());
        notices.leadTo("/audit-finding?id=" + id);
    }
}
