package org.sekisho.ejb.trail;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.trail.log.CheckpointMemory;
import org.sekisho.domain.trail.log.LeadLost;
import org.sekisho.domain.trail.log.LogDamaged;
import org.sekisho.domain.trail.log.Sequencer;
import org.sekisho.domain.trail.log.TrailKeys;
import org.sekisho.domain.trail.log.TrailLog;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Installation;

/**
 * Sequences the trail while this node leads: five times a second, so that a checkpoint follows an event within a quarter of a second.
 * Where another node leads, or something is wrong, it tries again later.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SequencerTimer {

    private static final Logger LOG = Logger.getLogger(SequencerTimer.class.getName());
    private static final long EVERY_MILLIS = 200;
    /** Rounds until the lead is tried for again: 2 seconds, and a minute where people have to look first. */
    private static final int SOON = 10;

    private static final int LATER = 300;

    @Resource
    private TimerService timers;

    @Inject
    private TrailLog log;

    @Inject
    private TrailKeys keys;

    @Inject
    private CheckpointMemory memory;

    @Inject
    private TrailKeyService key;

    @Inject
    private TrailAlarm alarm;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    @Inject
    private Installation installation;

    private final AtomicBoolean running = new AtomicBoolean();

    /** Both are touched by whoever set {@link #running} only. */
    private Optional<Sequencer> sequencer = Optional.empty();

    private int rest;

    @PostConstruct
    void begin() {
        timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig(null, false));
    }

    @Timeout
    void look() {
        if (!installation.isDone() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            if (rest > 0) {
                rest--;
            } else {
                sequence();
            }
        } catch (LogDamaged damaged) {
            LOG.log(Level.SEVERE, "Nothing is signed over the trail any more", damaged);
            alarm.raise(damaged.damage());
            stop(LATER);
        } catch (LeadLost lost) {
            LOG.log(Level.INFO, "This node doesn't sequence the trail any more", lost);
            stop(SOON);
        } catch (RuntimeException broken) {
            // A timer whose method throws is thrown away by the container, and with it every checkpoint to come.
            LOG.log(Level.WARNING, "Sequencing the trail is put off", broken);
            stop(SOON);
        } finally {
            running.set(false);
        }
    }

    private void sequence() {
        if (sequencer.isEmpty()) {
            sequencer = Sequencer.begin(log, origin(), keys.all(), memory, clock);
            if (sequencer.isEmpty()) {
                rest = SOON;
                return;
            }
            alarm.calm();
            Caller.as(SystemJob.SEQUENCER, () -> {
                if (key.isNew()) {
                    key.announce();
                }
                return true;
            });
        }
        int taken;
        do {
            taken = sequencer.get().step();
        } while (taken == Sequencer.MOST);
    }

    private void stop(int rounds) {
        sequencer.ifPresent(Sequencer::close);
        sequencer = Optional.empty();
        rest = rounds;
    }

    /** Where people reach the log; a name of its own for an installation without an address, so that no two are called alike. */
    private String origin() {
        return settings.secure()
                ? settings.publicUrl().getAuthority() + "/trail"
                : "sekisho.localhost/" + Ids.next().toString().replaceFirst(".*-", "");
    }

    @PreDestroy
    void end() {
        if (running.compareAndSet(false, true)) {
            sequencer.ifPresent(Sequencer::close);
        }
    }
}
