package org.sekisho.ejb.trail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.sekisho.domain.trail.log.LogDamage;

/** Whether this node refuses to sign over the trail, because it isn't what was signed before, or a witness contradicts what it signs. */
@ApplicationScoped
public class TrailAlarm {

    private final Map<String, LogDamage> contradictions = new ConcurrentSkipListMap<>();
    private volatile Optional<LogDamage> damage = Optional.empty();

    /** What is wrong, what stops the signing first; empty while nothing is. */
    public Optional<LogDamage> damage() {
        return damage.or(() -> contradictions.values().stream().findFirst());
    }

    void raise(LogDamage found) {
        damage = Optional.of(found);
    }

    void calm() {
        damage = Optional.empty();
    }

    /** A witness knows the log otherwise; until it cosigns again. */
    void contradicted(String witness, LogDamage found) {
        contradictions.put(witness, found);
    }

    void agreed(String witness) {
        contradictions.remove(witness);
    }
}
