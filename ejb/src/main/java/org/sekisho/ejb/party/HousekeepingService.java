package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.party.signin.LoginSession;
import org.sekisho.domain.party.signin.LoginSessions;
import org.sekisho.domain.party.signin.SignInAttempts;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** What nobody does by hand and nothing waits for: sessions that have run out open nothing, whether that is written down or not. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class HousekeepingService {

    private static final int AT_ONCE = 500;

    @Inject
    private CurrentAct act;

    @Inject
    private LoginSessions sessions;

    @Inject
    private SignInAttempts attempts;

    /** Writes down why sessions ended that have run out; how many. */
    @Permission(value = "housekeeping:run", recorded = Recorded.REFUSALS)
    public int endLapsedSessions() {
        List<LoginSession> lapsed = sessions.lapsed(act.now(), AT_ONCE);
        lapsed.forEach(session -> session.end(session.lapse(), act.now()));
        return lapsed.size();
    }

    /**
     * Tells how many refusals before sign-in were too many to become events of their own.
     *
     * @param node whose count it is: each node counts for itself
     * @param count since the last time
     */
    @Permission("housekeeping:run")
    public void tellSurplus(@About("node") UUID node, long count) {
        act.happened(DomainEvent.of("refusals.counted", "node", node)
                .with("count", count)
                .build());
    }

    /** Forgets failed attempts to sign in that count no more; how many. */
    @Permission(value = "housekeeping:run", recorded = Recorded.REFUSALS)
    public int forgetFailures() {
        return attempts.forget(act.now());
    }
}
