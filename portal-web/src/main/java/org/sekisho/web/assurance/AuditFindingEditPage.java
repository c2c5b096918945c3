package org.sekisho.web.assurance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.FindingView;
import org.sekisho.domain.assurance.finding.FindingWords;
import org.sekisho.domain.assurance.finding.FindingWords.Part;
import org.sekisho.ejb.assurance.FindingService;
import org.sekisho.ejb.assurance.RaiseFinding;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Writes a finding down, or gives one another wording. */
@Named
@RequestScoped
public class AuditFindingEditPage {

    @Inject
    private AuditPage audit;

    @Inject
    private AuditFindingPage finding;

    @Inject
    private FindingControls controls;

    @Inject
    private FindingService findings;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();

    /** A revision begins with the wording that it replaces. */
    @PostConstruct
    void read() {
        me.require("finding:raise");
        if (!isFresh()) {
            FindingView view = finding.getView();
            form.put("severity", view.row().severity().name());
            view.words().ifPresent(words -> Arrays.stream(Part.values())
                    .forEach(part -> form.put(part.field(), words.of(part))));
        }
    }

    /** Whether the address names an audit, and no finding. */
    public boolean isFresh() {
        return request.getParameter("audit") != null;
    }

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    public List<Choice> getSections() {
        return say.choices("evidence-section", audit.getView().terms().sections().stream());
    }

    public List<Choice> getSeverities() {
        return say.choices("finding-severity", Arrays.stream(FindingSeverity.values()));
    }

    /** Where the page goes back to. */
    public String getBack() {
        return isFresh() ? "/audit?tab=findings&id=" + audit.getId() : "/audit-finding?id=" + finding.getId();
    }

    public void submit() {
        FindingSeverity severity = FormValues.requireChoice(form.get("severity"), FindingSeverity.class, "severity");
        UUID id;
        if (isFresh()) {
            EvidenceSection section = FormValues.requireChoice(form.get("section"), EvidenceSection.class, "section");
            id = findings.raise(new RaiseFinding(audit.getId(), section, severity, controls.ids(), words()));
        } else {
            id = finding.getId();
            findings.revise(id, severity, controls.ids(), words());
        }
        notices.done(isFresh() ? "finding-edit.done-new" : "finding-edit.done", Map.of());
        notices.leadTo("/audit-finding?id=" + id);
    }

    private FindingWords words() {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            parts.put(part, FormValues.text(form.get(part.field())));
        }
        return new FindingWords(parts);
    }
}
