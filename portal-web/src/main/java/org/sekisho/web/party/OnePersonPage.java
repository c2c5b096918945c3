package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.person.AffiliationKind;
import org.sekisho.domain.party.person.PeopleDirectory.AffiliationRow;
import org.sekisho.domain.party.person.PeopleDirectory.PersonRow;
import org.sekisho.domain.party.person.PeopleDirectory.PersonView;
import org.sekisho.domain.party.person.PersonState;
import org.sekisho.domain.party.role.AssignmentState;
import org.sekisho.domain.party.role.RoleDirectory.RoleRow;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.ejb.party.PersonPage;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Say;

/** One person: what is known, roles, organisations, sign-ins, and what can be done. */
@Named
@RequestScoped
public class OnePersonPage {

    @Inject
    private PeopleService people;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Me me;

    @Inject
    private Say say;

    @Inject
    private Moments moments;

    @Inject
    private Clock clock;

    private @Nullable PersonPage person;

    /** Everything the page shows; refused as not found when it isn't open to the reader. */
    public PersonPage getPerson() {
        if (person == null) {
            person = people.one(getId());
        }
        return person;
    }

    public UUID getId() {
        return FormValues.requireId(request, "id");
    }

    public PersonView getView() {
        return getPerson().person();
    }

    public PersonRow getRow() {
        return getView().row();
    }

    public String getName() {
        return say.name(getRow().name());
    }

    /** Acts that this state allows, apart from what a page of its own does. */
    public List<PersonAct> getActs() {
        if (!getPerson().manageable() || getRow().id().equals(me.getAccount().person())) {
            return List.of();
        }
        return switch (getRow().state()) {
            case INVITED -> List.of(PersonAct.INVITE, PersonAct.DEACTIVATE);
            case ACTIVE -> whileActive();
            case LOCKED -> List.of(PersonAct.UNLOCK, PersonAct.DEACTIVATE);
            case DEACTIVATED -> List.of(PersonAct.REINSTATE);
        };
    }

    private List<PersonAct> whileActive() {
        List<PersonAct> acts = new ArrayList<>();
        if (getView().lockedUntil().filter(clock.instant()::isBefore).isPresent()) {
            acts.add(PersonAct.UNLOCK);
        }
        acts.add(PersonAct.RESET);
        if (getRow().secondFactor()) {
            acts.add(PersonAct.REMOVE_SECOND_FACTOR);
        }
        acts.add(PersonAct.LOCK);
        acts.add(PersonAct.DEACTIVATE);
        return acts;
    }

    public boolean isEditable() {
        return getPerson().manageable() && getRow().state() != PersonState.DEACTIVATED;
    }

    public boolean isInvited() {
        return getRow().state() == PersonState.INVITED;
    }

    /** The tone of a role's chip. */
    public String tone(AssignmentState state) {
        return switch (state) {
            case IN_EFFECT -> "chip-good";
            case REQUESTED, APPROVED -> "chip-info";
            case DECLINED -> "chip-bad";
            case WITHDRAWN, ENDED -> "";
        };
    }

    /** By whom and when a role was asked for; only when, by somebody whom the reader can't see. */
    public String requested(RoleRow role) {
        String day = moments.day(Days.of(role.requestedAt()));
        if (role.requestedBy().isPresent() && role.requestedByName().isEmpty()) {
            return day;
        }
        return role.requestedByName()
                .map(name -> say.text("person.role-by", Map.of("name", say.name(name), "day", day)))
                .orElseGet(() -> say.text("person.role-by-system", Map.of("day", day)));
    }

    public String approved(RoleRow role) {
        return role.approvedByName().map(say::name).orElseGet(() -> say.text("page.dash", Map.of()));
    }

    public String lastDay(AffiliationRow affiliation) {
        return affiliation.lastDay().map(moments::day).orElseGet(() -> say.text("person.affiliations-open", Map.of()));
    }

    /** Whether an affiliation can be ended here: a home is left by moving only. */
    public boolean canEnd(AffiliationRow affiliation) {
        return isEditable()
                && affiliation.kind() != AffiliationKind.HOME
                && affiliation
                        .lastDay()
                        .filter(day -> day.isBefore(moments.getToday()))
                        .isEmpty();
    }
}
