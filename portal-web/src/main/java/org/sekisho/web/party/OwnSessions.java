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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.signin.SessionDirectory.SessionRow;
import org.sekisho.domain.party.signin.SessionKind;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.party.AccountService;
import org.sekisho.ejb.party.MySessions;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Where the reader is signed in. */
@Named
@ViewScoped
public class OwnSessions implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String KIND = "kind";

    private static final Csv<SessionRow> CSV = new Csv<SessionRow>()
            .with(KIND, SessionRow::kind)
            .with("second_factor", SessionRow::secondFactor)
            .with("address", SessionRow::address)
            .with("user_agent", SessionRow::userAgent)
            .with("signed_in_at", SessionRow::signedInAt)
            .with("last_seen_at", SessionRow::lastSeenAt)
            .with("ends_at", SessionRow::deadline);

    @Inject
    private transient AccountService accounts;

    @Inject
    private transient HttpServletRequest request;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Say say;

    @SuppressWarnings("NullAway.Init")
    private transient ListState list;

    private transient @Nullable MySessions sessions;

    @PostConstruct
    void read() {
        list = ListState.of(request, List.of(KIND), List.of("-lastSeen", "signedIn", "address"));
    }

    public ListState getList() {
        return list;
    }

    public Page<SessionRow> getPage() {
        return mine().sessions();
    }

    /** Whether this is the session with which the page is read. */
    public boolean isThis(SessionRow session) {
        return session.id().equals(mine().current());
    }

    public List<Choice> getKinds() {
        return say.choices("session-kind", Arrays.stream(SessionKind.values()));
    }

    /** Ends one of them. */
    public void end(UUID session) {
        accounts.endSession(session);
        notices.done("account.session-ended", Map.of());
        notices.leadTo(list.getHere());
    }

    /** Answers with the list as CSV. */
    public void download() {
        CSV.send("my-sessions", after -> accounts.sessions(kind(), list.wholeAfter(after))
                .sessions());
    }

    private MySessions mine() {
        if (sessions == null) {
            sessions = accounts.sessions(kind(), list.page());
        }
        return sessions;
    }

    private Optional<SessionKind> kind() {
        return list.choice(KIND, SessionKind.class);
    }
}
