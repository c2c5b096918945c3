package org.sekisho.web.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.phase.CriterionSource;
import org.sekisho.domain.agreement.phase.EvaluationView;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.access.PhaseService;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;

/** Gives one criterion of an evaluation its value, with evidence; for systemic risk that is the authority's assessment. */
@Named
@RequestScoped
public class PhaseValuePage {

    @Inject
    private AgreementPage page;

    @Inject
    private PhaseService phases;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();
    private @Nullable EvaluationView evaluation;

    /** What was recorded before fills the form, except an assessment: that is made anew. */
    @PostConstruct
    void read() {
        EvaluationView.Criterion criterion = getCriterion();
        form.put("evidence", criterion.evidence());
        if (!isAssessed() && criterion.value().isPresent()) {
            form.put("value", String.valueOf(criterion.value().getAsLong()));
        }
    }

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    private EvaluationView evaluation() {
        if (evaluation == null) {
            UUID id = FormValues.requireId(request, "evaluation");
            evaluation = phases.evaluations(page.getId()).stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        }
        return evaluation;
    }

    public EvaluationView.Criterion getCriterion() {
        String code = FormValues.text(request.getParameter("criterion"));
        return evaluation().criteria().stream()
                .filter(each -> each.code().equals(code) && each.source() != CriterionSource.MEASURED)
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    public boolean isAssessed() {
        return getCriterion().source() == CriterionSource.ASSESSED;
    }

    public void submit() {
        UUID id = evaluation().id();
        String evidence = FormValues.text(form.get("evidence"));
        if (isAssessed()) {
            String acceptable = FormValues.text(form.get("acceptable"));
            if (acceptable.isEmpty()) {
                throw Refusal.of(SharedError.REQUIRED, "field", "acceptable");
            }
            phases.assess(id, Boolean.parseBoolean(acceptable), evidence);
        } else if (page.isCoordinator()) {
            phases.recordValue(id, getCriterion().code(), value(), evidence);
        } else {
            phases.state(id, getCriterion().code(), value(), evidence);
        }
        notices.done("phases.recorded", Map.of());
        notices.leadTo(getBack());
    }

    private long value() {
        String given = FormValues.text(form.get("value")).replace(",", "").strip();
        if (given.isEmpty()) {
            throw Refusal.of(SharedError.REQUIRED, "field", "value");
        }
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException malformed) {
            throw Refusal.of(SharedError.MALFORMED, "field", "value");
        }
    }

    public String getBack() {
        return "/agreement?id=" + page.getId() + "&tab=phases";
    }
}
