package org.sekisho.ejb.access;

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

/** Looks every ten minutes which grants have run out, and writes that down: one act a grant. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class GrantTimer {

    private static final Logger LOG = Logger.getLogger(GrantTimer.class.getName());

    @Inject
    private GrantTerms terms;

    @Inject
    private Installation installation;

    private final AtomicBoolean running = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*/10", second = "25", persistent = false)
    void look() {
        if (!installation.isDone() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            terms.look();
        } catch (RuntimeException notNow) {
            // A timer whose method throws is thrown away by the container, and with it every grant to come.
            LOG.log(Level.WARNING, "Ending grants is put off", notNow);
        } finally {
            running.set(false);
        }
    }
}
