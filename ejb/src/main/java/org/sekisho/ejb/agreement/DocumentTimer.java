package org.sekisho.ejb.agreement;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.ejb.shared.Installation;

/**
 * Looks every ten seconds whether a version that came into force has no signed document yet. After a failure it leaves time: what failed may
 * be a time-stamping authority that doesn't answer.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DocumentTimer {

    private static final Logger LOG = Logger.getLogger(DocumentTimer.class.getName());
    /** Five minutes. */
    private static final int LOOKS_LEFT_OUT = 30;

    @Inject
    private DocumentSigner signer;

    @Inject
    private Installation installation;

    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicInteger leaveOut = new AtomicInteger();

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void look() {
        if (!installation.isDone()
                || leaveOut.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            if (!signer.look()) {
                leaveOut.set(LOOKS_LEFT_OUT);
            }
        } catch (RuntimeException notNow) {
            // A timer whose method throws is thrown away by the container, and with it every document to come.
            LOG.log(Level.WARNING, "Signing documents is put off", notNow);
        } finally {
            running.set(false);
        }
    }
}
