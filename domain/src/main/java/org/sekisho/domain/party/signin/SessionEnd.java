package org.sekisho.domain.party.signin;

/** Why a session has ended. */
public enum SessionEnd {
    SIGNED_OUT,
    /** The person ended all their sessions. */
    SIGNED_OUT_EVERYWHERE,
    /** An administrator ended it. */
    REVOKED,
    /** A session with a new token took its place. */
    ROTATED,
    /** Nothing was asked for too long. */
    IDLE,
    /** It had lasted as long as a session lasts. */
    EXPIRED,
    PASSWORD_CHANGED,
    /** The account was locked, deactivated or moved. */
    ACCOUNT_CHANGED
}
