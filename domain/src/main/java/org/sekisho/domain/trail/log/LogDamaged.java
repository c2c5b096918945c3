package org.sekisho.domain.trail.log;

/** The log isn't what was signed: somebody changed it, or an old backup is in use. Nothing is signed any more until people have looked at it. */
public final class LogDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LogDamage damage;

    public LogDamaged(LogDamage damage, String place) {
        super(damage + ": " + place);
        this.damage = damage;
    }

    public LogDamage damage() {
        return damage;
    }
}
