package org.sekisho.domain.agreement;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/**
 * Where an agreement stands: as its newest version until one governs, and by itself from then on. The lapse of a condition never
 * changes it.
 */
public enum AgreementState implements Transitions<AgreementState> {
    DRAFT,
    NEGOTIATION,
    SIGNING,
    SIGNED,
    /** A version governs, and nobody has suspended it. */
    IN_FORCE,
    /** By a person's act: somebody suspended it, or a party withdrew its signature. */
    SUSPENDED,
    /** Its last day is over. */
    EXPIRED,
    TERMINATED,
    /** Given up before anything governed; another version may be drafted. */
    WITHDRAWN;

    @Override
    public Set<AgreementState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(NEGOTIATION, WITHDRAWN);
                // Each round is a version, so that the next round begins with a draft again.
            case NEGOTIATION -> EnumSet.of(DRAFT, SIGNING, WITHDRAWN);
            case SIGNING -> EnumSet.of(SIGNED, WITHDRAWN);
            case SIGNED -> EnumSet.of(SIGNING, IN_FORCE);
            case IN_FORCE -> EnumSet.of(SUSPENDED, EXPIRED, TERMINATED);
            case SUSPENDED -> EnumSet.of(IN_FORCE, EXPIRED, TERMINATED);
            case WITHDRAWN -> EnumSet.of(DRAFT);
            case EXPIRED, TERMINATED -> EnumSet.noneOf(AgreementState.class);
        };
    }

    /** Whether a version governs, suspended or not. */
    public boolean hasGoverningVersion() {
        return this == IN_FORCE || this == SUSPENDED;
    }

    /** What an agreement shows whose newest version is in this state, while none has governed. */
    static AgreementState before(VersionState version) {
        return switch (version) {
            case DRAFT -> DRAFT;
            case NEGOTIATION -> NEGOTIATION;
            case SIGNING -> SIGNING;
            case SIGNED -> SIGNED;
            case WITHDRAWN -> WITHDRAWN;
            case GOVERNING, SUPERSEDED -> throw new IllegalArgumentException("Not before it governs: " + version);
        };
    }
}
