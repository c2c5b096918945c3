package org.sekisho.ejb.agreement;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sekisho.ejb.shared.Installation;

/** Looks once a minute whether terms begin or end. What is due stands in the database; the timer holds nothing. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AgreementTermTimer {

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
        } finally {
            running.set(false);
        }
    }
}
