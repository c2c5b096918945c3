package org.sekisho.ejb.assurance;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Installation;

/** Looks hourly, and soon after the start, which agreements lack an engagement. What is planned stands in the database. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditCalendarTimer {

    private static final Logger LOG = Logger.getLogger(AuditCalendarTimer.class.getName());
    private static final long SOON_MILLIS = 15_000;
    /** A term of five years and a cadence of a week make no more. */
    private static final int MOST_AT_ONCE = 300;

    @Resource
    private TimerService timers;

    @Inject
    private AuditCalendarService calendar;

    @Inject
    private Installation installation;

    private final AtomicBoolean running = new AtomicBoolean();

    @PostConstruct
    void begin() {
        timers.createSingleActionTimer(SOON_MILLIS, new TimerConfig(null, false));
    }

    /** The first look; it comes back until the portal is open. */
    @Timeout
    void first() {
        if (installation.isDone()) {
            look();
        } else {
            begin();
        }
    }

    @Schedule(hour = "*", minute = "7", persistent = false)
    void look() {
        if (!installation.isDone() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            Caller.as(SystemJob.AUDIT_CALENDAR, () -> {
                plan();
                return true;
            });
        } catch (RuntimeException notNow) {
            // A timer whose method throws is thrown away by the container, and with it every audit to come.
            LOG.log(Level.WARNING, "Planning audits is put off", notNow);
        } finally {
            running.set(false);
        }
    }

    private void plan() {
        Optional<UUID> after = Optional.empty();
        do {
            AuditCalendarService.Lacking lacking = calendar.lacking(after);
            lacking.agreements().forEach(this::plan);
            after = lacking.next();
        } while (after.isPresent());
    }

    /** Another node may plan the same at the same time: whoever comes second is refused, and the agreement is looked at again later. */
    private void plan(UUID agreement) {
        try {
            int planned = 0;
            while (calendar.scheduleNext(agreement) && planned < MOST_AT_ONCE) {
                planned++;
            }
        } catch (Refusal refused) {
            LOG.log(Level.INFO, "The calendar of {0} was left for later: {1}", new Object[] {
                agreement, refused.code().code()
            });
        } catch (RuntimeException broken) {
            LOG.log(Level.SEVERE, "The calendar of " + agreement + " could not be planned", broken);
        }
    }
}
