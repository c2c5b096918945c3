package org.sekisho.domain.agreement;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** What became of a proposal. An open one is never decided by the end of a round. */
public enum ProposalState implements Transitions<ProposalState> {
    OPEN,
    /** It will stand in the next version. */
    ACCEPTED,
    DECLINED,
    /** Taken back by the party that made it. */
    WITHDRAWN;

    @Override
    public Set<ProposalState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(ACCEPTED, DECLINED, WITHDRAWN);
            case ACCEPTED, DECLINED, WITHDRAWN -> EnumSet.noneOf(ProposalState.class);
        };
    }
}
