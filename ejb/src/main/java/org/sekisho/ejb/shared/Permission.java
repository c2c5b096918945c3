package org.sekisho.ejb.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a use case asks of whoever calls it. Every public method of a service has one; a test fails where it is missing. The act's
 * name in the trail is the permission's first word and the method's name: {@code agreement:sign} on {@code openSigning} becomes
 * {@code agreement.open-signing}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permission {

    /** A permission as the table of roles holds it: {@code agreement:sign}. */
    String value();

    /** When an event is written. */
    Recorded recorded() default Recorded.ALWAYS;

    /** Whether this is for those who haven't signed in: it then runs with the reach of {@code system:sign-in}. */
    boolean beforeSignIn() default false;

    /** Whether all that is read has to come from one snapshot of the database; what changes at the same time may refuse the act. */
    boolean snapshot() default false;

    /** When an event is written. */
    enum Recorded {
        /** For every call: acts, and reads of what is sensitive. */
        ALWAYS,
        /** For refusals and failures, and for every call of an auditor: reads of lists and pages that show no content. */
        REFUSALS,
        /** For refusals and failures only: what a page asks every few seconds, and what tells nothing about the one audited. */
        UNDONE
    }
}
