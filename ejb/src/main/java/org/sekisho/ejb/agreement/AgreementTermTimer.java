package org.sekisho.ejb.agreement;

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

/** Looks once a minute whether terms begin or end. What is due stands in the database; the timer holds nothing. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AgreementTermTimer {

    private static final Logger LOG = Logger.getLogger(AgreementTermTimer.class.getName());

    @Inject
    private AgreementTerms terms;

    @Inject
    private Installation installation;

    private final AtomicBoolean running = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", persistent = false)
    void look() {
        if (!installation.isDone() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            terms.look();
        } catch (RuntimeException notNow) {
            // A timer whose method throws is thrown away by the container, and with it every term to come.
            LOG.log(Level.WARNING, "Settling terms is put off", notNow);
        } finally {
            running.set(false);
        }
    }
}
