package org.sekisho.ejb.party;

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

/** Looks four times a minute whether mails wait. What is due stands in the database; the timer holds nothing. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MailTimer {

    private static final Logger LOG = Logger.getLogger(MailTimer.class.getName());
    private static final int MOST_BATCHES = 50;

    @Inject
    private MailService mails;

    @Inject
    private Mail mail;

    @Inject
    private Installation installation;

    private final AtomicBoolean running = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void look() {
        if (!mail.isConfigured() || !installation.isDone() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            int batches = 0;
            while (Caller.as(SystemJob.MAILER, mails::sendDue) == MailService.BATCH && batches < MOST_BATCHES) {
                batches++;
            }
        } catch (RuntimeException notNow) {
            // A timer whose method throws is thrown away by the container, and with it every mail to come.
            LOG.log(Level.WARNING, "Sending mail is put off", notNow);
        } finally {
            running.set(false);
        }
    }
}
