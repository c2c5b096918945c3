package org.sekisho.ejb.trail;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.trail.log.Witness;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Installation;

/** Asks the witnesses each second; one that doesn't answer is left alone for a while, which grows up to a minute. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class WitnessTimer {

    private static final Logger LOG = Logger.getLogger(WitnessTimer.class.getName());
    private static final int LONGEST = 60;

    @Inject
    private WitnessCalls calls;

    @Inject
    private Settings settings;

    @Inject
    private Installation installation;

    private final AtomicBoolean running = new AtomicBoolean();

    /** Touched by whoever set {@link #running} only: how long a witness rests, and how long it did last. */
    private final Map<String, Integer> resting = new HashMap<>();

    private final Map<String, Integer> rested = new HashMap<>();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void look() {
        if (settings.witnesses().isEmpty() || !installation.isDone() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            Caller.as(SystemJob.WITNESSES, () -> {
                settings.witnesses().stream().map(Witness::parse).forEach(this::ask);
                return true;
            });
        } catch (RuntimeException notNow) {
            // A timer whose method throws is thrown away by the container, and with it every cosignature to come.
            LOG.log(Level.WARNING, "Asking witnesses is put off", notNow);
        } finally {
            running.set(false);
        }
    }

    private void ask(Witness witness) {
        int rest = resting.getOrDefault(witness.name(), 0);
        if (rest > 0) {
            resting.put(witness.name(), rest - 1);
        } else if (calls.ask(witness)) {
            rested.remove(witness.name());
        } else {
            int longer = Math.min(LONGEST, 2 * rested.getOrDefault(witness.name(), 1));
            rested.put(witness.name(), longer);
            resting.put(witness.name(), longer);
        }
    }
}
