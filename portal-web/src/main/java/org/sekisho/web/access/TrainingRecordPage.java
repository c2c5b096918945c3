package org.sekisho.web.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.agreement.clause.PeopleClause.RequiredTraining;
import org.sekisho.domain.agreement.grant.GrantFilter;
import org.sekisho.domain.agreement.grant.GrantRow;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.access.GrantService;
import org.sekisho.ejb.access.RecordTraining;
import org.sekisho.ejb.access.TrainingService;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.agreement.AgreementWords;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Records that somebody completed a training which an agreement asks for; a renewal is a newer record. */
@Named
@RequestScoped
public class TrainingRecordPage {

    private static final Set<GrantState> STANDING =
            Set.of(GrantState.REQUESTED, GrantState.APPROVED, GrantState.ACTIVE);

    @Inject
    private AgreementService agreements;

    @Inject
    private GovernedAgreements governed;

    @Inject
    private GrantService grants;

    @Inject
    private TrainingService trainings;

    @Inject
    private AgreementWords words;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();
    private @Nullable List<GrantRow> holders;

    /** A renewal knows whose and which training; only the day and the evidence are new. */
    @PostConstruct
    void read() {
        form.put("holder", request.getParameter("who"));
        form.put("training", request.getParameter("course"));
    }

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    /** The agreement that asks for the training, as the address names it; the only one there is where it names none. */
    public Optional<UUID> getAgreement() {
        List<Choice> all = governed.choices();
        return FormValues.id(request.getParameter("agreement")).or(() -> Optional.of(all)
                .filter(each -> each.size() == 1)
                .map(each -> UUID.fromString(each.get(0).value())));
    }

    public List<Choice> getAgreements() {
        return governed.choices();
    }

    public String getAgreementName() {
        String id = getAgreement().map(UUID::toString).orElse("");
        return getAgreements().stream()
                .filter(each -> each.value().equals(id))
                .map(Choice::words)
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Whoever holds or awaits a grant under the agreement, as far as the person keeps their records. */
    public List<Choice> getHolders() {
        return rows().stream()
                .map(each -> new Choice(
                        each.person().toString(),
                        say.text(
                                "training.holder",
                                Map.of(
                                        "name", each.personName(),
                                        "email", each.personEmail(),
                                        "organisation", each.organisationName(),
                                        "role", say.of("role", each.role())))))
                .toList();
    }

    private List<GrantRow> rows() {
        if (holders == null) {
            PageRequest most = PageRequest.most();
            UUID own = me.getAccount().organisation();
            Map<UUID, GrantRow> byPerson = new LinkedHashMap<>();
            GrantFilter standing = new GrantFilter(
                    getAgreement(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    STANDING,
                    Optional.empty(),
                    Optional.empty());
            grants.grants(standing, most).items().stream()
                    .filter(each -> !each.person().equals(me.getAccount().person()))
                    .filter(each -> each.organisation().equals(own) || me.holds("COORDINATOR"))
                    .forEach(each -> byPerson.putIfAbsent(each.person(), each));
            holders = List.copyOf(byPerson.values());
        }
        return holders;
    }

    /** The trainings that the agreement asks for, with the days for which each counts. */
    public List<Choice> getCourses() {
        return getAgreement().map(agreements::clauses).orElse(List.of()).stream()
                .filter(PeopleClause.class::isInstance)
                .flatMap(clause -> ((PeopleClause) clause).trainings().stream())
                .map(this::course)
                .toList();
    }

    private Choice course(RequiredTraining training) {
        return new Choice(
                training.code(),
                say.text(
                        "training.course", Map.of("name", words.in(training.name()), "days", training.validityDays())));
    }

    public void submit() {
        UUID person = FormValues.requireChosen(form.get("holder"), "holder");
        GrantRow holder = rows().stream()
                .filter(each -> each.person().equals(person))
                .findFirst()
                .orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", "holder"));
        UUID agreement = getAgreement().orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        trainings.record(new RecordTraining(
                agreement,
                person,
                Optional.of(holder.organisation()),
                FormValues.text(form.get("training")),
                FormValues.requireDay(form.get("completedOn"), "completedOn"),
                FormValues.text(form.get("evidence"))));
        notices.done("training.recorded", Map.of("name", holder.personName()));
        notices.leadTo("/trainings?agreement=" + agreement);
    }
}
