package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.freeze.FreezeState;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.access.EnvironmentService;
import org.sekisho.ejb.access.FreezeService;
import org.sekisho.ejb.access.GrantService;
import org.sekisho.ejb.access.PhaseService;
import org.sekisho.ejb.access.TrainingService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The page on which an act that needs a reason is confirmed. */
@Named
@RequestScoped
public class AccessActPage {

    private static final Map<String, String> ACTS = Map.ofEntries(
            Map.entry("grant-decline", "people"),
            Map.entry("grant-revoke", "people"),
            Map.entry("attestation-decline", "environments"),
            Map.entry("attestation-withdraw", "environments"),
            Map.entry("attestation-annul", "environments"),
            Map.entry("evaluation-agree", "phases"),
            Map.entry("evaluation-decline", "phases"),
            Map.entry("evaluation-withdraw", "phases"),
            Map.entry("phase-step-back", "phases"),
            Map.entry("training-revoke", "trainings"),
            Map.entry("freeze-lift", "freezes"));

    @Inject
    private GrantService grants;

    @Inject
    private EnvironmentService environments;

    @Inject
    private PhaseService phases;

    @Inject
    private TrainingService trainings;

    @Inject
    private FreezeService freezes;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private String reason = "";
    private String phase = Phase.PILOT.name();

    public String getAct() {
        String given = request.getParameter("act");
        if (given == null || !ACTS.containsKey(given)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return given;
    }

    public boolean isPhaseAsked() {
        return getAct().equals("phase-step-back");
    }

    /** Whether the act is one of agreement rather than one that hurts. */
    public boolean isAgreeing() {
        return getAct().equals("evaluation-agree") || getAct().equals("freeze-lift");
    }

    public List<Choice> getPhases() {
        return say.choices("word.phase", List.of(Phase.PILOT, Phase.LIMITED).stream());
    }

    /** Does it, and leads back to where it was asked for. */
    public void submit() {
        UUID about = id("about");
        String said = getAct();
        switch (said) {
            case "grant-decline" -> grants.decline(about, reason);
            case "grant-revoke" -> grants.revoke(about, reason);
            case "attestation-decline" -> environments.decline(about, reason);
            case "attestation-withdraw" -> environments.withdraw(about, reason);
            case "attestation-annul" -> environments.annul(about, reason);
            case "evaluation-agree" -> phases.agree(about, given("hash"), reason);
            case "evaluation-decline" -> phases.decline(about, reason);
            case "evaluation-withdraw" -> phases.withdraw(about, reason);
            case "phase-step-back" -> phases.stepBack(about, Phase.valueOf(phase), reason);
            case "training-revoke" -> trainings.revoke(about, reason);
            case "freeze-lift" -> said = freezes.lift(about, reason) == FreezeState.LIFTED ? "freeze-lifted" : said;
            default -> throw new Refusal(SharedError.NOT_FOUND);
        }
        notices.done("access-act.done." + said, Map.of());
        notices.leadTo(getBack());
    }

    /** The page to go back to. */
    public String getBack() {
        String tab = ACTS.getOrDefault(getAct(), "");
        return switch (tab) {
            case "freezes" -> "/freezes";
            case "trainings" -> "/trainings";
            default -> "/agreement?id=" + id("agreement") + "&tab=" + tab;
        };
    }

    private UUID id(String name) {
        try {
            return UUID.fromString(given(name));
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
    }

    private String given(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }

    public String getPhase() {
        return phase;
    }

    public void setPhase(String phase) {
        this.phase = phase == null ? "" : phase;
    }
}
