package org.sekisho.ejb.trail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sekisho.domain.trail.log.LogDamage;

/** Whether this node refuses to sign over the trail, because it isn't what was signed before. */
@ApplicationScoped
public class TrailAlarm {

    private volatile Optional<LogDamage> damage = Optional.empty();

    /** What is wrong; empty while nothing is. */
    public Optional<LogDamage> damage() {
        return damage;
    }

    void raise(LogDamage found) {
        damage = Optional.of(found);
    }

    void calm() {
        damage = Optional.empty();
    }
}
