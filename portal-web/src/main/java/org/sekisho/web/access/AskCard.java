package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.access.AccessDecision;
import org.sekisho.domain.agreement.access.Reason;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.EnvironmentsClause;
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.agreement.clause.ScopeClause;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.access.AccessDecisionService;
import org.sekisho.ejb.access.AskAccess;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.agreement.AgreementWords;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** "May this be done?": a question to the policy that decides for real, with all its reasons. */
@Named
@RequestScoped
public class AskCard {

    @Inject
    private AgreementPage page;

    @Inject
    private AgreementService agreements;

    @Inject
    private AccessDecisionService decisions;

    @Inject
    private AgreementWords words;

    @Inject
    private Me me;

    @Inject
    private Say say;

    private String person = "";
    private String action = "";
    private String system = "";
    private String environment = "";
    private String purpose = "";
    private @Nullable AccessDecision decision;
    private boolean unknown;
    private @Nullable List<Clause> clauses;

    /** Asks; the answer appears below the question, without a redirect: nothing was changed. */
    public void ask() {
        try {
            decision = decisions.decide(new AskAccess(
                    person,
                    page.getId(),
                    Action.valueOf(action),
                    given(environment),
                    given(system),
                    given(purpose).map(Purpose::valueOf),
                    Optional.empty()));
        } catch (Refusal refusal) {
            if (refusal.code() != SharedError.NOT_FOUND) {
                throw refusal;
            }
            unknown = true;
        }
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(text -> !text.isBlank());
    }

    public boolean isAnswered() {
        return decision != null;
    }

    public boolean isUnknown() {
        return unknown;
    }

    public boolean isPermitted() {
        return decision != null && decision.permit();
    }

    /** Why not. */
    public List<Reason> getFailed() {
        return decision == null ? List.of() : decision.failed();
    }

    /** What holds. */
    public List<Reason> getHolding() {
        return decision == null
                ? List.of()
                : decision.reasons().stream().filter(Reason::satisfied).toList();
    }

    public List<Choice> getActions() {
        return say.choices("word.action", Arrays.stream(Action.values()));
    }

    public List<Choice> getPurposes() {
        return say.choices("word.purpose", Arrays.stream(Purpose.values()));
    }

    public List<Choice> getSystems() {
        return clauses().stream()
                .filter(ScopeClause.class::isInstance)
                .flatMap(clause -> ((ScopeClause) clause).systems().stream())
                .map(each -> new Choice(each.id(), words.in(each.name())))
                .toList();
    }

    public List<Choice> getEnvironments() {
        return clauses().stream()
                .filter(EnvironmentsClause.class::isInstance)
                .flatMap(clause -> ((EnvironmentsClause) clause).environments().stream())
                .map(each -> new Choice(each.code(), words.in(each.name())))
                .toList();
    }

    private List<Clause> clauses() {
        if (clauses == null) {
            clauses = agreements.clauses(page.getId());
        }
        return clauses;
    }

    public String getPerson() {
        return person.isEmpty() ? me.getAccount().email() : person;
    }

    public void setPerson(String person) {
        this.person = person == null ? "" : person.strip();
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action == null ? "" : action;
    }

    public String getSystem() {
        return system;
    }

    public void setSystem(String system) {
        this.system = system == null ? "" : system;
    }

    public String getEnvironment() {
        return environment;
    }

    public void setEnvironment(String environment) {
        this.environment = environment == null ? "" : environment;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose == null ? "" : purpose;
    }
}
