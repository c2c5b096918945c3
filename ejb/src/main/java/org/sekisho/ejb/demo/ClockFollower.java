package org.sekisho.ejb.demo;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Installation;

/** Keeps the clock of this node where the demo regime has set it for all. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ClockFollower {

    private static final Logger LOG = Logger.getLogger(ClockFollower.class.getName());

    @Inject
    private DemoService demo;

    @Inject
    private Installation installation;

    @Inject
    private Settings settings;

    /** Looks every five seconds. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void follow() {
        if (settings.demo() && installation.isDone()) {
            try {
                Caller.as(SystemJob.INSTALLER, () -> {
                    demo.followClock();
                    return true;
                });
            } catch (RuntimeException broken) {
                // The container drops a timer that throws twice, and a database that restarts is no reason to stop
                // looking.
                LOG.log(Level.WARNING, "The clock could not be followed", broken);
            }
        }
    }
}
