package org.sekisho.ejb.home;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.signin.LoginSessions;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** The queue of the home page. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class HomeService {

    /** As many as a page shows; whoever has more waiting works from the top. */
    public static final int SHOWN = 50;

    private static final int MOST = SHOWN + 1;

    @Inject
    private CurrentAct act;

    @Inject
    private LoginSessions sessions;

    @Inject
    @Any
    private Instance<QueueSource> sources;

    /** When the person who asks was here last, before the present visit; empty at the first. */
    @Permission(value = "home:read", recorded = Recorded.UNDONE)
    public Optional<Instant> lastVisit() {
        return act.session().flatMap(session -> sessions.lastVisitBefore(session.session()));
    }

    /** What waits for the person who asks, the oldest clock first: one more than is shown where there are more. */
    @Permission(value = "home:read", recorded = Recorded.UNDONE)
    public List<QueueItem> queue() {
        Actor actor = act.actor();
        if (actor.organisation().isEmpty()) {
            return List.of();
        }
        QueueSource.Waiting who = new QueueSource.Waiting(
                act.person(),
                actor.organisation().get(),
                actor.roles().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()));
        return sources.stream()
                .flatMap(source -> source.waitingFor(who, MOST, act.now()).stream())
                .sorted(QueueItem.OLDEST_CLOCK_FIRST)
                .limit(MOST)
                .toList();
    }
}
