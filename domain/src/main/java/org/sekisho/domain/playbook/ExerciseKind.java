package org.sekisho.domain.playbook;

/** How a playbook was exercised. */
public enum ExerciseKind {
    /** Talked through at a table. */
    TABLE_TOP,
    /** Carried out on systems that are not in production. */
    SIMULATION,
    /** Carried out with the people and systems that would do it. */
    FULL_SCALE,
    /** Not an exercise: used in a real incident. */
    REAL_INCIDENT
}
