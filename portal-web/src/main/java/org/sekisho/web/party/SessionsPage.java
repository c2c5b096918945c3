package org.sekisho.web.party;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.signin.SessionDirectory.SessionFilter;
import org.sekisho.domain.party.signin.SessionDirectory.SessionRow;
import org.sekisho.domain.party.signin.SessionKind;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.SessionService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/**
 * Who is signed in, with a button to end each session. The rows stay those that were shown while the page is open: a button ends the
 * session that stood beside it, whatever came in since.
 */
@Named
@ViewScoped
public class SessionsPage implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String PERSON = "person";
    private static final String ORGANISATION = "organisation";
    private static final String KIND = "kind";

    private static final Csv<SessionRow> CSV = new Csv<SessionRow>()
            .with("email", SessionRow::email)
            .with("name_en", row -> row.name().en())
            .with("name_ja", row -> row.name().ja())
            .with("organisation", SessionRow::organisationShortName)
            .with("kind", SessionRow::kind)
            .with("second_factor", SessionRow::secondFactor)
            .with("address", SessionRow::address)
            .with("user_agent", SessionRow::userAgent)
            .with("signed_in_at", SessionRow::signedInAt)
            .with("last_seen_at", SessionRow::lastSeenAt)
            .with("ends_at", SessionRow::deadline);

    @Inject
    private transient SessionService sessions;

    @Inject
    private transient OrganisationService organisations;

    @Inject
    private transient HttpServletRequest request;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Say say;

    @SuppressWarnings("NullAway.Init")
    private transient ListState list;

    private transient @Nullable Page<SessionRow> page;

    @PostConstruct
    void read() {
        list = ListState.of(
                request,
                List.of(PERSON, ORGANISATION, KIND),
                List.of("-lastSeen", "signedIn", "email", ORGANISATION, "address"));
    }

    public ListState getList() {
        return list;
    }

    /** The rows that the address asks for. */
    public Page<SessionRow> getPage() {
        if (page == null) {
            page = sessions.list(filter(), list.page());
        }
        return page;
    }

    /** Answers with the whole list as CSV. */
    public void download() {
        CSV.send("sessions", after -> sessions.list(filter(), list.wholeAfter(after)));
    }

    private SessionFilter filter() {
        return new SessionFilter(
                list.words(), list.id(PERSON), list.id(ORGANISATION), list.choice(KIND, SessionKind.class));
    }

    /** How many there are, and when they end by themselves. */
    public String getAbout() {
        String number = getPage().totalIsMore()
                ? say.total(getPage())
                : say.text("sessions.number", Map.of("count", getPage().total()));
        return say.text("sessions.about", Map.of("number", number));
    }

    /** Ends a session on every node. */
    public void end(UUID session) {
        sessions.revoke(session);
        notices.done("sessions.ended", Map.of());
        notices.leadTo(list.getHere());
    }

    public List<Choice> getOrganisations() {
        return organisations.choices().stream()
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    public List<Choice> getKinds() {
        return say.choices("session-kind", Arrays.stream(SessionKind.values()));
    }

    /** The one person to whom the list is narrowed, as a filter that can be taken away. */
    public List<Choice> getPerson() {
        String name = getPage().items().stream()
                .findFirst()
                .map(row -> say.name(row.name()))
                .orElseGet(() -> say.text("sessions.one", Map.of()));
        return List.of(new Choice(list.of(PERSON), name));
    }
}
