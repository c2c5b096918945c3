package org.sekisho.domain.trail;

import java.util.Locale;

/** How an act ended. */
public enum Outcome {
    /** It was committed together with its event. */
    DONE,
    /** It was not allowed, or not possible as asked; nothing of it was kept. */
    REFUSED,
    /** It broke, its commit included; nothing of it was kept. */
    FAILED;

    /** As it stands in the leaf. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
