package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.DraftingService;
import org.sekisho.ejb.agreement.NegotiationService;
import org.sekisho.ejb.agreement.SigningService;
import org.sekisho.ejb.agreement.StandingService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;

/** The page on which an act on an agreement is confirmed: what it means, what has to be given, and the button. */
@Named
@RequestScoped
public class AgreementActPage {

    private static final List<String> ACTS = List.of(
            "open-round",
            "extend-round",
            "close-round",
            "next-round",
            "open-signing",
            "amend",
            "suspend",
            "resume",
            "terminate",
            "give-up",
            "withdraw-signature");
    private static final List<String> WITH_REASON = List.of("suspend", "terminate", "give-up", "withdraw-signature");
    private static final List<String> WITH_END = List.of("open-round", "extend-round");

    @Inject
    private AgreementPage page;

    @Inject
    private DraftingService drafting;

    @Inject
    private NegotiationService negotiation;

    @Inject
    private SigningService signing;

    @Inject
    private StandingService standing;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private String reason = "";
    private String day = "";
    private String time = "18:00";

    /** Which act the address names. */
    public String getAct() {
        String given = request.getParameter("act");
        if (given == null || !ACTS.contains(given)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return given;
    }

    public boolean isReasonAsked() {
        return WITH_REASON.contains(getAct());
    }

    public boolean isEndAsked() {
        return WITH_END.contains(getAct());
    }

    public boolean isDayAsked() {
        return getAct().equals("open-signing");
    }

    public boolean isHurting() {
        return isReasonAsked();
    }

    /** Does it, and leads back to the agreement. */
    public void submit() {
        UUID id = page.getId();
        String said = getAct();
        switch (said) {
            case "open-round" -> negotiation.openRound(id, end());
            case "extend-round" -> negotiation.extendRound(id, end());
            case "close-round" -> negotiation.closeRound(id);
            case "next-round" -> negotiation.nextRound(id);
            case "open-signing" -> signing.openSigning(id, day.isEmpty() ? Optional.empty() : Optional.of(date()));
            case "amend" -> drafting.amend(
                    id, page.getRow().governing().orElse(page.getRow().latest()));
            case "suspend" -> standing.suspend(id, reason);
            case "resume" -> said = standing.resume(id) == AgreementState.IN_FORCE ? "resumed" : said;
            case "terminate" -> standing.terminate(id, reason);
            case "withdraw-signature" -> signing.withdrawSignature(id, page.getSignableNumber(), reason);
            case "give-up" -> drafting.giveUp(id, reason);
            default -> throw new Refusal(SharedError.NOT_FOUND);
        }
        notices.done("act.done." + said, Map.of());
        boolean toClauses = said.equals("amend") || said.equals("next-round");
        notices.leadTo("/agreement?id=" + id + (toClauses ? "&tab=clauses" : ""));
    }

    private Instant end() {
        return FormValues.requireMoment(day, time);
    }

    private LocalDate date() {
        return FormValues.requireDay(day, "day");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day == null ? "" : day;
    }

    public String getTime() {
        return time;
    }

    public void setTime(String time) {
        this.time = time == null ? "" : time;
    }
}
