package org.sekisho.ejb.notice;

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
import org.sekisho.domain.party.SystemJob;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Installation;
import org.sekisho.ejb.shared.Mail;

/** Looks every minute for whom something newly waits. What they were told stands in the database; the timer holds nothing. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class NoticeTimer {

    private static final Logger LOG = Logger.getLogger(NoticeTimer.class.getName());

    @Inject
    private NoticeService notices;

    @Inject
    private Mail mail;

    @Inject
    private Installation installation;

    private final AtomicBoolean running = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    void look() {
        if (!mail.isConfigured() || !installation.isDone() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            Caller.as(SystemJob.NOTICES, notices::sources).forEach(this::look);
            int told;
            do {
                told = Caller.as(SystemJob.NOTICES, notices::tell);
            } while (told == NoticeService.BATCH);
        } catch (RuntimeException notNow) {
            // A timer whose method throws is thrown away by the container.
            LOG.log(Level.WARNING, "Telling people is put off", notNow);
        } finally {
            running.set(false);
        }
    }

    private void look(String source) {
        try {
            Caller.as(SystemJob.NOTICES, () -> notices.look(source));
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "What waits by " + source + " could not be looked at", broken);
        }
    }
}
