package org.sekisho.domain.party.signin;

/** How a session is named by the client. */
public enum SessionKind {
    /** By a cookie; pages only. */
    PAGE,
    /** By a bearer token; REST only. */
    API
}
