package org.sekisho.web.assurance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.Commission;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.ejb.assurance.ScheduleAudit;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.DayHints;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Schedules an audit by hand, or settles the terms of one that is scheduled. */
@Named
@RequestScoped
public class AuditSchedulePage {

    private static final String REPORT_DUE = "reportDue";

    /** Chosen in place of an agreement. */
    private static final String OWN_ACCOUNT = "own-account";

    /** Sections of which the portal holds records in every agreement. */
    private static final Set<EvidenceSection> USUAL = EnumSet.of(
            EvidenceSection.AGREEMENT,
            EvidenceSection.GRANTS,
            EvidenceSection.TRAINING,
            EvidenceSection.ENVIRONMENTS,
            EvidenceSection.PLAYBOOK_EXERCISES,
            EvidenceSection.USAGE,
            EvidenceSection.PHASES,
            EvidenceSection.FREEZES,
            EvidenceSection.TRAIL);

    @Inject
    private AuditPage page;

    @Inject
    private AuditService audits;

    @Inject
    private OrganisationService organisations;

    @Inject
    private AgreementChoices agreements;

    @Inject
    private Notices notices;

    @Inject
    private DayHints dayHints;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();
    private String[] sections = {};

    @PostConstruct
    void read() {
        me.require("audit:plan");
        if (isNew()) {
            form.put("agreement", request.getParameter("agreement"));
            sections = names(USUAL);
            if (isAuthority()) {
                ofSecretariat();
            }
            return;
        }
        EngagementTerms terms = page.getView().terms();
        form.put("standard", terms.standard().name());
        form.put("level", terms.level().name());
        form.put("criteria", terms.criteria());
        form.put("responsibleParty", terms.responsibleParty().toString());
        form.put("intendedUsers", terms.intendedUsers());
        form.put("periodFirst", terms.period().first().toString());
        form.put("periodLast", terms.period().last().toString());
        form.put(REPORT_DUE, terms.reportDue().toString());
        sections = names(terms.sections());
    }

    /** Whether the address names no audit. */
    public boolean isNew() {
        return request.getParameter("id") == null;
    }

    /** Whether the person is of an authority, which commissions the audit of the secretariat and no other. */
    public boolean isAuthority() {
        return kind() == OrganisationKind.AUTHORITY;
    }

    /** What an authority has to choose from is one organisation, as a rule on its own account. */
    private void ofSecretariat() {
        form.put("agreement", OWN_ACCOUNT);
        getOrganisations().forEach(only -> form.put("responsibleParty", only.value()));
        sections = names(alone());
    }

    /** What the audited organisation is audited on: its own account, or an agreement that governs. */
    public List<Choice> getAgreements() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(OWN_ACCOUNT, say.text("audit-schedule.own-account", Map.of())));
        choices.addAll(agreements.governed());
        return choices;
    }

    /** What can be looked at without an agreement, in words. */
    public String getAlone() {
        return say.all("evidence-section", alone());
    }

    private static Set<EvidenceSection> alone() {
        return Arrays.stream(EvidenceSection.values())
                .filter(EvidenceSection::standsAlone)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EvidenceSection.class)));
    }

    private OrganisationKind kind() {
        UUID own = me.getAccount().organisation();
        return organisations.choices().stream()
                .filter(each -> each.id().equals(own))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    /** Of whom the person's organisation commissions audits. */
    public List<Choice> getOrganisations() {
        OrganisationKind own = kind();
        return organisations.choices().stream()
                .filter(each -> Commission.isPossible(own, each.kind()))
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    public List<Choice> getStandards() {
        return say.choices("audit-standard", Arrays.stream(Standard.values()));
    }

    public List<Choice> getLevels() {
        return say.choices("assurance-level", Arrays.stream(AssuranceLevel.values()));
    }

    /** Every section for a new audit, which may be of an agreement; else those that go with what is audited. */
    public List<Choice> getSectionChoices() {
        boolean ofAgreement = isNew() || page.getRow().agreement().isPresent();
        return say.choices(
                "evidence-section",
                Arrays.stream(EvidenceSection.values()).filter(each -> ofAgreement || each.standsAlone()));
    }

    /** Schedules it. */
    public void schedule() {
        Optional<UUID> agreement = OWN_ACCOUNT.equals(form.get("agreement"))
                ? Optional.empty()
                : Optional.of(FormValues.requireChosen(form.get("agreement"), "agreement"));
        UUID id = audits.schedule(new ScheduleAudit(agreement, terms(agreement.flatMap(agreements::receiver))));
        notices.done("audit-schedule.done", Map.of());
        dayHints.tell(form, REPORT_DUE);
        notices.leadTo("/audit?id=" + id);
    }

    /** Settles its terms anew. */
    public void settle() {
        audits.settle(page.getId(), terms(Optional.empty()));
        notices.done("audit-schedule.settled", Map.of());
        dayHints.tell(form, REPORT_DUE);
        notices.leadTo("/audit?id=" + page.getId());
    }

    private EngagementTerms terms(Optional<UUID> receiver) {
        UUID responsible = FormValues.id(form.get("responsibleParty"))
                .or(() -> receiver)
                .orElseGet(() -> FormValues.requireChosen(null, "responsibleParty"));
        return new EngagementTerms(
                FormValues.requireChoice(form.get("standard"), Standard.class, "standard"),
                FormValues.requireChoice(form.get("level"), AssuranceLevel.class, "level"),
                FormValues.text(form.get("criteria")),
                responsible,
                FormValues.text(form.get("intendedUsers")),
                new Period(
                        FormValues.requireDay(form.get("periodFirst"), "periodFirst"),
                        FormValues.requireDay(form.get("periodLast"), "periodLast")),
                Arrays.stream(sections).map(EvidenceSection::valueOf).collect(Collectors.toSet()),
                FormValues.requireDay(form.get(REPORT_DUE), REPORT_DUE));
    }

    private static String[] names(Set<EvidenceSection> sections) {
        return sections.stream().map(Enum::name).toArray(String[]::new);
    }

    public Map<String, @Nullable String> getForm() {
        return form;
    }

    public String[] getSections() {
        return sections.clone();
    }

    public void setSections(String[] sections) {
        this.sections = sections.clone();
    }
}
