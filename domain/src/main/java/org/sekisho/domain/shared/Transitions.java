package org.sekisho.domain.shared;

import java.util.Set;

/**
 * The states of something, with the one table of what may follow what. Verbs ask it, tests walk every pair of it, and the diagrams
 * in the documentation are drawn from it.
 */
public interface Transitions<E extends Enum<E> & Transitions<E>> {

    /** The states that may follow this one; empty where nothing does. */
    Set<E> next();

    default boolean canBecome(E other) {
        return next().contains(other);
    }
}
