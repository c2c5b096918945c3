package org.sekisho.ejb.trail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.trail.log.Tampering;
import org.sekisho.domain.trail.log.TrailCheck;
import org.sekisho.domain.trail.log.TrailChecks;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** When the whole log is checked, and what came of it; the checking itself is in {@link TrailChecker}. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class TrailCheckService {

    /** So often the whole log is looked at. */
    static final Duration EVERY = Duration.ofHours(24);

    @Inject
    private CurrentAct act;

    @Inject
    private TrailChecks checks;

    /** Whether the last check is a day old. */
    @Permission(value = "trail-check:run", recorded = Recorded.REFUSALS)
    public boolean isDue() {
        return checks.latest()
                .filter(last -> last.checkedAt().plus(EVERY).isAfter(act.now()))
                .isEmpty();
    }

    /** Keeps what a check came to. */
    @Permission("trail-check:run")
    public void keep(long size, List<Tampering> found) {
        TrailCheck check = new TrailCheck(Ids.next(), act.now(), size, found);
        checks.keep(check);
        act.happened(check.event());
    }
}
