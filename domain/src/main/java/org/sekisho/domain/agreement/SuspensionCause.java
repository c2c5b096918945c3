package org.sekisho.domain.agreement;

/** Why an agreement is suspended. */
public enum SuspensionCause {
    /** Somebody who may decided so; two people end it. */
    DECISION,
    /** A party withdrew its signature; that party ends it by signing the same hash again. */
    SIGNATURE_WITHDRAWN
}
