package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.person.AffiliationKind;
import org.sekisho.ejb.party.AccountEndingService;
import org.sekisho.ejb.party.AffiliatePerson;
import org.sekisho.ejb.party.EndAffiliation;
import org.sekisho.ejb.party.MovePerson;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** To which organisations a person belongs: moving, seconding, commissioning, and the end of it. */
@Named
@RequestScoped
public class PersonMovePage {

    @Inject
    private AccountEndingService endings;

    @Inject
    private OrganisationService organisations;

    @Inject
    private OnePersonPage person;

    @Inject
    private IssuedLinks issued;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    private @Nullable String organisation;
    private @Nullable String email;
    private @Nullable String reason;
    private @Nullable String kind;
    private @Nullable String firstDay;
    private @Nullable String lastDay;

    /** Moves the person to another home organisation, today. */
    public void move() {
        UUID to = FormValues.requireChosen(organisation, "organisation");
        issued.keep(endings.move(new MovePerson(person.getId(), to, FormValues.text(email), FormValues.text(reason))));
        done("person.done.moved");
    }

    /** Records a secondment or commission. */
    public void affiliate() {
        endings.affiliate(new AffiliatePerson(
                person.getId(),
                FormValues.requireChosen(organisation, "organisation"),
                FormValues.requireChoice(kind, AffiliationKind.class, "kind"),
                FormValues.requireDay(firstDay, "firstDay"),
                FormValues.day(lastDay, "lastDay")));
        done("person.done.affiliated");
    }

    /** Records the end of the one that the address names. */
    public void end() {
        endings.endAffiliation(new EndAffiliation(
                person.getId(),
                FormValues.requireId(request, "at"),
                FormValues.requireChoice(request.getParameter("as"), AffiliationKind.class, "kind"),
                FormValues.requireDay(lastDay, "lastDay"),
                FormValues.text(reason)));
        done("person.done.affiliation-ended");
    }

    /** Whether the address names an affiliation that is to end. */
    public boolean isEnding() {
        return request.getParameter("at") != null;
    }

    private void done(String words) {
        notices.done(words, Map.of());
        notices.leadTo("/person?id=" + person.getId());
    }

    /** Every active organisation but the person's home. */
    public List<Choice> getOrganisations() {
        return organisations.choices().stream()
                .filter(each -> !each.id().equals(person.getRow().organisation()))
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    public @Nullable String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = organisation;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(@Nullable String firstDay) {
        this.firstDay = firstDay;
    }

    public @Nullable String getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable String lastDay) {
        this.lastDay = lastDay;
    }
}
