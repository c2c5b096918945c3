package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.report.MeasureService;
import org.sekisho.ejb.report.OrderMeasure;
import org.sekisho.ejb.report.ReportFlowService;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.ReviewWorkService;
import org.sekisho.ejb.report.TierService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;

/** The page on which an act on a report is confirmed: what it means, what has to be given, and the button. */
@Named
@RequestScoped
public class ReportActPage {

    private static final Set<String> WITH_REASON =
            Set.of("duplicate", "reject", "defer", "reopen", "raise", "lower", "fail-verification", "measure");
    private static final Set<String> WITHOUT_REASON = Set.of(
            "label", "agree-lowering", "decline-lowering", "lift", "acknowledge", "delegate", "hand-over", "assign");
    private static final Set<String> WITH_END = Set.of("defer", "measure");
    private static final Set<String> WITH_PERSON = Set.of("delegate", "hand-over", "assign");
    private static final Set<String> HURTING = Set.of("reject", "fail-verification", "measure", "decline-lowering");

    @Inject
    private ReportPage page;

    @Inject
    private ReportService reports;

    @Inject
    private ReportFlowService flow;

    @Inject
    private TierService tiers;

    @Inject
    private MeasureService measures;

    @Inject
    private ReviewWorkService work;

    @Inject
    private NamedReport named;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();

    /** Which act the address names. */
    public String getAct() {
        String given = request.getParameter("act");
        if (given == null || !(WITH_REASON.contains(given) || WITHOUT_REASON.contains(given))) {
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

    public boolean isPersonAsked() {
        return WITH_PERSON.contains(getAct());
    }

    public boolean isTierAsked() {
        return getAct().equals("raise") || getAct().equals("lower");
    }

    /** Whether somebody answers the proposal of a lower tier, and so is shown it. */
    public boolean isLoweringAnswered() {
        return getAct().equals("agree-lowering") || getAct().equals("decline-lowering");
    }

    public boolean isHurting() {
        return HURTING.contains(getAct());
    }

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        form.putIfAbsent("time", "18:00");
        return form;
    }

    /** Does it, and leads back to the report. */
    public void submit() {
        UUID id = page.getId();
        String reason = FormValues.text(form.get("reason"));
        switch (getAct()) {
            case "reject" -> flow.reject(id, reason);
            case "defer" -> flow.defer(id, FormValues.requireMoment(form.get("day"), form.get("time")), reason);
            case "reopen" -> flow.reopen(id, reason);
            case "fail-verification" -> flow.failVerification(id, reason);
            case "duplicate" -> flow.markDuplicate(id, named.id(form.get("original")), reason);
            case "label" -> reports.label(id, FormValues.requireChoice(form.get("label"), Tlp.class, "label"));
            case "raise" -> tiers.raiseTier(id, tier(), reason);
            case "lower" -> tiers.proposeLowering(id, tier(), reason);
            case "agree-lowering" -> tiers.agreeLowering(id);
            case "decline-lowering" -> tiers.declineLowering(id);
            case "measure" -> measures.order(new OrderMeasure(
                    id,
                    FormValues.requireChoice(form.get("kind"), InterimMeasure.Kind.class, "kind"),
                    FormValues.requireMoment(form.get("day"), form.get("time")),
                    reason));
            case "lift" -> measures.lift(id, FormValues.requireId(request, "measure"));
            case "acknowledge" -> measures.acknowledge(id, FormValues.requireId(request, "measure"));
            case "delegate" -> work.delegate(id, person("person"));
            case "hand-over" -> work.handOver(id, person("holder"), person("person"));
            case "assign" -> work.assign(id, person("person"));
            default -> throw new Refusal(SharedError.NOT_FOUND);
        }
        notices.done("report-act.done." + getAct(), Map.of());
        notices.leadTo("/report?id=" + id);
    }

    private RiskTier tier() {
        return FormValues.requireChoice(form.get("tier"), RiskTier.class, "tier");
    }

    private String person(String field) {
        return FormValues.requireChosen(form.get(field), field).toString();
    }
}
