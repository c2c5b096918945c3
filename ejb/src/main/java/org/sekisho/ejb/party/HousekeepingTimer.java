package org.sekisho.ejb.party;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Ids;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Installation;
import org.sekisho.ejb.shared.RefusalLimiter;

/** Keeps house every five minutes, and tells every minute what was refused too often; several nodes may do so at once. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class HousekeepingTimer {

    private static final Logger LOG = Logger.getLogger(HousekeepingTimer.class.getName());

    @Inject
    private HousekeepingService housekeeping;

    @Inject
    private RefusalLimiter limiter;

    @Inject
    private Installation installation;

    private final UUID node = Ids.next();

    @Schedule(hour = "*", minute = "*/5", second = "10", persistent = false)
    void keep() {
        if (!installation.isDone()) {
            return;
        }
        try {
            Caller.as(SystemJob.HOUSEKEEPING, housekeeping::endLapsedSessions);
            Caller.as(SystemJob.HOUSEKEEPING, housekeeping::forgetFailures);
        } catch (RuntimeException notNow) {
            LOG.log(Level.INFO, "Keeping house is put off", notNow);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    void tellSurplus() {
        long surplus = installation.isDone() ? limiter.takeSurplus() : 0;
        if (surplus == 0) {
            return;
        }
        try {
            Caller.as(SystemJob.HOUSEKEEPING, () -> {
                housekeeping.tellSurplus(node, surplus);
                return surplus;
            });
        } catch (RuntimeException notNow) {
            limiter.giveBack(surplus);
            LOG.log(Level.WARNING, "Telling the surplus of refusals is put off", notNow);
        }
    }
}
