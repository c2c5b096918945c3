package org.sekisho.ejb.report.escalation;

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

/**
 * Looks every 20 seconds whose clock ran out and what imports brought, and every ten minutes what published lists and tables changed, which
 * means looking at every report. What is due stands in the database; the timer holds nothing.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class EscalationTimer {

    private static final Logger LOG = Logger.getLogger(EscalationTimer.class.getName());

    @Inject
    private EscalationClocks clocks;

    @Inject
    private Installation installation;

    private final AtomicBoolean looking = new AtomicBoolean();

    /** Of its own, so that no clock waits while thousands of reports are evaluated anew. */
    private final AtomicBoolean evaluating = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "7/20", persistent = false)
    void look() {
        run(looking, clocks::look);
    }

    @Schedule(hour = "*", minute = "4/10", second = "35", persistent = false)
    void evaluate() {
        // One after the other: what the lists changed is asked under the new tables already.
        run(evaluating, () -> {
            clocks.lookAtLists();
            clocks.lookAtTables();
        });
    }

    private void run(AtomicBoolean running, Runnable work) {
        if (!installation.isDone() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException notNow) {
            // A timer whose method throws is thrown away by the container, and with it every clock to come.
            LOG.log(Level.WARNING, "The escalation clock is put off", notNow);
        } finally {
            running.set(false);
        }
    }
}
