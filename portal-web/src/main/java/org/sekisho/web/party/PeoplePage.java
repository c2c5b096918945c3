package org.sekisho.web.party;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.person.PeopleDirectory;
import org.sekisho.domain.party.person.PeopleDirectory.PersonFilter;
import org.sekisho.domain.party.person.PeopleDirectory.PersonRow;
import org.sekisho.domain.party.person.PersonState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** The list of people. */
@Named
@RequestScoped
public class PeoplePage {

    private static final String ORGANISATION = "organisation";
    private static final String ROLE = "role";
    private static final String STATE = "state";
    private static final String SECOND_FACTOR = "second-factor";

    /** The columns of an import come first, under the same names: what was taken out can be corrected and brought in. */
    private static final Csv<PersonRow> CSV = new Csv<PersonRow>()
            .with("email", PersonRow::email)
            .with("name_en", row -> row.name().en())
            .with("name_ja", row -> row.name().ja())
            .with("organisation", PersonRow::organisationShortName)
            .with("roles", row -> row.roles().stream().sorted().toList())
            .with("second_factor", PersonRow::secondFactor)
            .with("last_signed_in", PersonRow::lastSignedIn)
            .with("state", PersonRow::state);

    @Inject
    private PeopleService people;

    @Inject
    private OrganisationService organisations;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    private ListState list;

    private @Nullable Page<PersonRow> page;

    @PostConstruct
    void read() {
        list = ListState.of(
                request,
                List.of(ORGANISATION, ROLE, STATE, SECOND_FACTOR),
                List.of("email", "name", ORGANISATION, "lastSignedIn", STATE));
    }

    public ListState getList() {
        return list;
    }

    /** The rows that the address asks for. */
    public Page<PersonRow> getPage() {
        if (page == null) {
            page = people.list(filter(), list.page());
        }
        return page;
    }

    /** How many people of how many organisations there are to see. */
    public String getAbout() {
        Page<PersonRow> shown = getPage();
        String number = shown.totalIsMore()
                ? say.text("people.more-than", Map.of("count", Page.TOTAL_EXACT_TO))
                : say.text("people.number", Map.of("count", shown.total()));
        return list.isNarrowed()
                ? number
                : say.text("people.about", Map.of("people", number, "organisations", people.organisationCount()));
    }

    public List<Choice> getOrganisations() {
        return organisations.choices().stream()
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    public List<Choice> getRoles() {
        return say.choices(ROLE, Arrays.stream(Role.values()));
    }

    public List<Choice> getStates() {
        return say.choices("person-state", Arrays.stream(PersonState.values()));
    }

    public List<Choice> getSecondFactors() {
        return Stream.of(true, false)
                .map(set -> new Choice(
                        set.toString(), say.text("people.second-factor-" + (set ? "set" : "missing"), Map.of())))
                .toList();
    }

    /** Days after which somebody counts as idle. */
    public long getIdleDays() {
        return PeopleDirectory.IDLE_AFTER.toDays();
    }

    public Instant getNow() {
        return clock.instant();
    }

    /** Answers with the whole list as CSV when the address asks for it. */
    public void download() {
        CSV.send("people", after -> people.list(filter(), list.wholeAfter(after)));
    }

    private PersonFilter filter() {
        return new PersonFilter(
                list.words(),
                list.id(ORGANISATION),
                list.choice(ROLE, Role.class),
                list.choice(STATE, PersonState.class),
                list.value(SECOND_FACTOR).map(Boolean::valueOf));
    }

    /** The tone of a state's chip. */
    public String tone(PersonState state) {
        return switch (state) {
            case ACTIVE -> "chip-good";
            case LOCKED -> "chip-bad";
            case INVITED, DEACTIVATED -> "";
        };
    }
}
