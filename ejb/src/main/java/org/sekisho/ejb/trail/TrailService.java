package org.sekisho.ejb.trail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.trail.RecentEvents;
import org.sekisho.domain.trail.TrailDirectory;
import org.sekisho.domain.trail.TrailEventRow;
import org.sekisho.domain.trail.TrailEventView;
import org.sekisho.domain.trail.TrailFilter;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** The trail as its readers see it. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class TrailService {

    @Inject
    private CurrentAct act;

    @Inject
    private TrailDirectory trail;

    /** Events that the actor may see, the latest first. */
    @Permission(value = "trail:read", recorded = Recorded.REFUSALS)
    public Page<TrailEventRow> list(TrailFilter filter, PageRequest page) {
        return trail.list(filter, page);
    }

    /** One event with its leaf; {@link SharedError#NOT_FOUND} also when it isn't the actor's to see. */
    @Permission(value = "trail:read", recorded = Recorded.REFUSALS)
    public TrailEventView one(@About("event") UUID event) {
        return trail.find(event).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /**
     * What others did since then, and changed: the news of somebody who comes back.
     *
     * @param most 1 to {@link RecentEvents#MOST}
     */
    @Permission(value = "home:read", recorded = Recorded.REFUSALS)
    public List<TrailEventRow> newsSince(Instant since, int most) {
        return trail.recent(new RecentEvents(since, act.person(), most));
    }
}
