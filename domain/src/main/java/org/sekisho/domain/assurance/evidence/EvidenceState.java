package org.sekisho.domain.assurance.evidence;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where an item of evidence stands. */
public enum EvidenceState implements Transitions<EvidenceState> {
    /** It is stored; no auditor has judged it. */
    RECEIVED,
    ACCEPTED,
    /** An auditor found that it doesn't prove what it should; another item has to. */
    RETURNED,
    /** The organisation took it back before it was judged. */
    WITHDRAWN;

    /** The states that can follow; the one table of transitions. */
    @Override
    public Set<EvidenceState> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(ACCEPTED, RETURNED, WITHDRAWN);
            case ACCEPTED, RETURNED, WITHDRAWN -> EnumSet.noneOf(EvidenceState.class);
        };
    }

    /** Whether it counts as proof and goes into packs. */
    public boolean counts() {
        return this == RECEIVED || this == ACCEPTED;
    }
}
