package org.sekisho.domain.assurance.engagement;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a declaration of independence stands. A decided one never changes: it is renewed by another. */
public enum DeclarationState implements Transitions<DeclarationState> {
    /** Secretariat or authority, or both, haven't decided. */
    DECLARED,
    /** Both accepted it. */
    ACCEPTED,
    /** One of them refused it. */
    REFUSED;

    /** The states that can follow. */
    @Override
    public Set<DeclarationState> next() {
        return switch (this) {
            case DECLARED -> EnumSet.of(ACCEPTED, REFUSED);
            case ACCEPTED, REFUSED -> EnumSet.noneOf(DeclarationState.class);
        };
    }
}
