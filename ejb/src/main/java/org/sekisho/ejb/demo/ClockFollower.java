package org.sekisho.ejb.demo;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Installation;

/** Keeps the clock of this node where the demo regime has set it for all. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ClockFollower {

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
            Caller.as(SystemJob.INSTALLER, () -> {
                demo.followClock();
                return true;
            });
        }
    }
}
