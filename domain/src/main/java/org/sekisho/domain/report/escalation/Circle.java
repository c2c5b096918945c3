package org.sekisho.domain.report.escalation;

/** Whom an escalation has been put before; each time that its clock runs out the circle is wider. */
public enum Circle {
    /** Whoever is on duty at the authority. */
    ON_DUTY,
    /** Every duty officer of the authority. */
    ALL_DUTY_OFFICERS,
    /** The secretariat's coordinators too, to whom it says nothing but that it waits. */
    COORDINATORS_TOO;

    /** The next wider one. */
    Circle wider() {
        return this == ON_DUTY ? ALL_DUTY_OFFICERS : COORDINATORS_TOO;
    }
}
