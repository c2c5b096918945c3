package org.sekisho.domain.shared;

import java.util.Map;
import java.util.Set;

/**
 * The states of something, with the one table of what may follow what. Verbs ask it, tests walk every pair of it, and the diagrams
 * in the documentation are drawn from it.
 */
public interface Transitions<E extends Enum<E> & Transitions<E>> {

    /** The states that may follow this one; empty where nothing does. */
    Set<E> next();

    /** As the enum declares it. */
    String name();

    /** Whether the other state may follow this one. */
    default boolean canBecome(E other) {
        return next().contains(other);
    }

    /**
     * Refuses what the table doesn't allow.
     *
     * @throws Refusal with this code unless the other state may follow; its parameters {@code state} and {@code next} name both
     */
    default void requireBecomes(E other, ErrorCode code) {
        Checks.check(canBecome(other), code, Map.of("state", name(), "next", other.name()));
    }
}
