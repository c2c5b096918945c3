package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.party.signin.LoginSession;
import org.sekisho.domain.party.signin.LoginSessions;
import org.sekisho.domain.party.signin.SessionDirectory;
import org.sekisho.domain.party.signin.SessionDirectory.SessionFilter;
import org.sekisho.domain.party.signin.SessionDirectory.SessionRow;
import org.sekisho.domain.party.signin.SessionEnd;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Who is signed in, for the administrators who look after them. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class SessionService {

    @Inject
    private CurrentAct act;

    @Inject
    private SessionDirectory directory;

    @Inject
    private LoginSessions sessions;

    @Inject
    private Accounts accounts;

    @Inject
    private Endings endings;

    /** Live sessions of the people whom the actor looks after. */
    @Permission(value = "session:list", recorded = Recorded.REFUSALS)
    public Page<SessionRow> list(SessionFilter filter, PageRequest page) {
        return directory.list(filter, page, act.now());
    }

    /** Ends a session on every node, from the next request on; one that has ended stays as it ended. */
    @Permission("session:revoke")
    public void revoke(@About("session") UUID session) {
        LoginSession found = sessions.require(session);
        accounts.requireManaged(found.person());
        found.end(SessionEnd.REVOKED, act.now()).ifPresent(act::happened);
    }
}
