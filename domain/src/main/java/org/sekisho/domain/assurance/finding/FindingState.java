package org.sekisho.domain.assurance.finding;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a finding of an audit stands. */
public enum FindingState implements Transitions<FindingState> {
    /** The auditors write it; nobody else sees it. */
    DRAFT,
    /** The audited organisation checks whether the facts are right. */
    FACT_CHECK,
    /** The organisation says that they aren't: the auditors revise, maintain or withdraw. */
    CONTESTED,
    /** The facts stand; management's response is awaited. */
    ESTABLISHED,
    /** Management has responded. */
    RESPONDED,
    /** The auditors took it back; it stays to be read. */
    WITHDRAWN;

    /** The states that can follow. */
    @Override
    public Set<FindingState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(FACT_CHECK, WITHDRAWN);
            case FACT_CHECK -> EnumSet.of(CONTESTED, ESTABLISHED, WITHDRAWN);
            case CONTESTED -> EnumSet.of(FACT_CHECK, ESTABLISHED, WITHDRAWN);
            case ESTABLISHED -> EnumSet.of(RESPONDED);
            case RESPONDED, WITHDRAWN -> EnumSet.noneOf(FindingState.class);
        };
    }

    /** Whether the facts stand, so that the finding is part of the report. */
    public boolean isEstablished() {
        return this == ESTABLISHED || this == RESPONDED;
    }

    /** Whether the auditors can still change what it says. */
    public boolean isRevisable() {
        return this == DRAFT || this == CONTESTED;
    }
}
