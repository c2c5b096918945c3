package org.sekisho.domain.party.signin;

import java.time.Duration;

/** What a one-time link is for, and how long it may wait. */
public enum LinkPurpose {
    /** Accept an invitation and choose a password. It may have to wait for somebody's return from leave. */
    INVITATION(Duration.ofDays(7)),
    /** Choose a new password. */
    RESET(Duration.ofHours(2)),
    /** Set up the first administrator of an empty installation. */
    FIRST_ADMINISTRATOR(Duration.ofHours(24));

    private final Duration lifetime;

    LinkPurpose(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** How long the link can be used. */
    public Duration lifetime() {
        return lifetime;
    }
}
