package org.sekisho.web.assurance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.AuditRequest;
import org.sekisho.ejb.assurance.RaiseRequest;
import org.sekisho.ejb.assurance.RequestService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.DayHints;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Asks an organisation for evidence. */
@Named
@RequestScoped
public class AuditRaisePage {

    @Inject
    private AuditPage page;

    @Inject
    private RequestService requests;

    @Inject
    private Notices notices;

    @Inject
    private DayHints dayHints;

    @Inject
    private Say say;

    @Inject
    private Me me;

    private final Map<String, @Nullable String> form = new HashMap<>();

    /** The audited organisation and the whole period are asked most often. */
    @PostConstruct
    void read() {
        me.require("audit:request");
        form.put("organisation", page.getRow().auditedId().toString());
        form.put("periodFirst", page.getRow().period().first().toString());
        form.put("periodLast", page.getRow().period().last().toString());
    }

    public List<Choice> getOrganisations() {
        return requests.askable(page.getId()).stream()
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    public List<Choice> getSections() {
        return say.choices("evidence-section", page.getView().terms().sections().stream());
    }

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    public void submit() {
        UUID raised = requests.raise(new RaiseRequest(
                page.getId(),
                new AuditRequest.Asked(
                        FormValues.requireChosen(form.get("organisation"), "organisation"),
                        FormValues.requireChoice(form.get("section"), EvidenceSection.class, "section"),
                        FormValues.text(form.get("item")),
                        new Period(
                                FormValues.requireDay(form.get("periodFirst"), "periodFirst"),
                                FormValues.requireDay(form.get("periodLast"), "periodLast")),
                        FormValues.requireDay(form.get("due"), "due"))));
        notices.done("audit-raise.done", Map.of());
        dayHints.tell(form, "due");
        notices.leadTo("/audit-request?id=" + raised);
    }
}
