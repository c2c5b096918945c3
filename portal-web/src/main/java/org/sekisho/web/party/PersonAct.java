package org.sekisho.web.party;

import java.util.Optional;

/** What an administrator does to an account after a page has asked once more. */
public enum PersonAct {
    RESET("reset", false, false),
    INVITE("invite", false, false),
    REMOVE_SECOND_FACTOR("remove-second-factor", false, true),
    LOCK("lock", true, true),
    UNLOCK("unlock", false, false),
    DEACTIVATE("deactivate", true, true),
    REINSTATE("reinstate", true, false);

    private final String key;
    private final boolean asksReason;
    private final boolean hurts;

    PersonAct(String key, boolean asksReason, boolean hurts) {
        this.key = key;
        this.asksReason = asksReason;
        this.hurts = hurts;
    }

    /** The act that an address names. */
    public static Optional<PersonAct> of(String key) {
        for (PersonAct act : values()) {
            if (act.key.equals(key)) {
                return Optional.of(act);
            }
        }
        return Optional.empty();
    }

    /** Its name in addresses and texts. */
    public String getKey() {
        return key;
    }

    public boolean isAsksReason() {
        return asksReason;
    }

    public boolean isHurts() {
        return hurts;
    }
}
