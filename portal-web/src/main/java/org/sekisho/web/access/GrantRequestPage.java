package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.party.Role;
import org.sekisho.ejb.access.GrantService;
import org.sekisho.ejb.access.RequestGrant;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The page on which access under an agreement is asked for. */
@Named
@RequestScoped
public class GrantRequestPage {

    @Inject
    private AgreementPage page;

    @Inject
    private AgreementService agreements;

    @Inject
    private GrantService grants;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    private String person = "";
    private String role = "";
    private String reason = "";
    private String firstDay = "";
    private String lastDay = "";

    /** The roles to which the agreement gives something to do. */
    public List<Choice> getRoles() {
        return say.choices(
                "role",
                agreements.clauses(page.getId()).stream()
                        .filter(PeopleClause.class::isInstance)
                        .flatMap(clause -> ((PeopleClause) clause).roles().stream())
                        .map(PeopleClause.RoleActions::role));
    }

    public void submit() {
        grants.request(new RequestGrant(
                page.getId(),
                FormValues.requireText(person, "person"),
                FormValues.requireChoice(role, Role.class, "role"),
                FormValues.requireText(reason, "reason"),
                FormValues.requireDay(firstDay, "firstDay"),
                FormValues.requireDay(lastDay, "lastDay")));
        notices.done("grants.done", Map.of());
        notices.leadTo("/agreement?id=" + page.getId() + "&tab=people");
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = FormValues.text(person);
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = FormValues.text(role);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = FormValues.text(reason);
    }

    public String getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(String firstDay) {
        this.firstDay = FormValues.text(firstDay);
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = FormValues.text(lastDay);
    }
}
