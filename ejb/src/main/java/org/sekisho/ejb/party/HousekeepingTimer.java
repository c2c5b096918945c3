package org.sekisho.ejb.party;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Installation;

/** Keeps house every five minutes; several nodes may do so at once. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class HousekeepingTimer {

    private static final Logger LOG = Logger.getLogger(HousekeepingTimer.class.getName());

    @Inject
    private HousekeepingService housekeeping;

    @Inject
    private Installation installation;

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
}
