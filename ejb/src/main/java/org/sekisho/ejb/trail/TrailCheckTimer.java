package org.sekisho.ejb.trail;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.ejb.shared.Installation;

/** Looks every ten minutes whether the daily check of the log is due. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class TrailCheckTimer {

    private static final Logger LOG = Logger.getLogger(TrailCheckTimer.class.getName());

    @Inject
    private TrailChecker checker;

    @Inject
    private Installation installation;

    private final AtomicBoolean running = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*/10", second = "50", persistent = false)
    void look() {
        if (!installation.isDone() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            checker.check();
        } catch (RuntimeException notNow) {
            // A timer whose method throws is thrown away by the container, and with it every check to come.
            LOG.log(Level.WARNING, "Checking the trail is put off", notNow);
        } finally {
            running.set(false);
        }
    }
}
