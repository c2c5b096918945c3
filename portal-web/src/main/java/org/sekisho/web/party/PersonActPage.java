package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.party.AccountEndingService;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Asks once more before something is done to an account, with its consequences and, where it hurts, for a reason. */
@Named
@RequestScoped
public class PersonActPage {

    @Inject
    private PeopleService people;

    @Inject
    private AccountEndingService endings;

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

    private @Nullable String reason;

    /** The act that the address names. */
    public PersonAct getAct() {
        return PersonAct.of(FormValues.text(request.getParameter("act")))
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    public String getTitle() {
        return say.text("person.ask." + getAct().getKey(), Map.of("name", person.getName()));
    }

    /** Does it, and leads back to the person. */
    public void submit() {
        UUID who = person.getId();
        String why = FormValues.text(reason);
        switch (getAct()) {
            case RESET, INVITE -> issued.keep(people.reset(who));
            case REMOVE_SECOND_FACTOR -> people.removeSecondFactor(who);
            case LOCK -> people.lock(who, why);
            case UNLOCK -> people.unlock(who);
            case DEACTIVATE -> endings.deactivate(who, why);
            case REINSTATE -> issued.keep(endings.reinstate(who, why));
        }
        notices.done("person.done." + getAct().getKey(), Map.of());
        notices.leadTo("/person?id=" + who);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
