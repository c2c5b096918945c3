package org.sekisho.domain.agreement;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a version of an agreement stands. */
public enum VersionState implements Transitions<VersionState> {
    /** The coordinator writes it; parties don't act on it yet. */
    DRAFT,
    /** One round of negotiation: every party comments and proposes, until the round ends. */
    NEGOTIATION,
    /** Its content is fixed; parties record their internal approvals and sign its hash. */
    SIGNING,
    /** Every party has signed; it waits for its first day. */
    SIGNED,
    /** It is what the parties are bound by; it stays so when the agreement ends, as the version that governed last. */
    GOVERNING,
    /** A later version took its place, in negotiation or in force. */
    SUPERSEDED,
    /** Given up before it ever governed. */
    WITHDRAWN;

    @Override
    public Set<VersionState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(NEGOTIATION, WITHDRAWN);
            case NEGOTIATION -> EnumSet.of(SIGNING, SUPERSEDED, WITHDRAWN);
            case SIGNING -> EnumSet.of(SIGNED, WITHDRAWN);
                // Back to signing when a party withdraws its signature before the first day.
            case SIGNED -> EnumSet.of(SIGNING, GOVERNING, WITHDRAWN);
            case GOVERNING -> EnumSet.of(SUPERSEDED);
            case SUPERSEDED, WITHDRAWN -> EnumSet.noneOf(VersionState.class);
        };
    }

    /** Whether the content can no longer change. */
    public boolean isFrozen() {
        return switch (this) {
            case SIGNING, SIGNED, GOVERNING -> true;
            case DRAFT, NEGOTIATION, SUPERSEDED, WITHDRAWN -> false;
        };
    }
}
