package org.sekisho.domain.assurance.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How somebody's independence stands on a day. */
public enum Independence {
    /** Nothing was declared. */
    MISSING,
    /** A first declaration waits for a decision. */
    PENDING,
    ACCEPTED,
    REFUSED,
    /** It was accepted, and wasn't renewed in time. */
    EXPIRED;

    private static final Comparator<IndependenceDeclaration> BY_DECISION =
            Comparator.comparing(declaration -> declaration.decidedAt().orElse(Instant.MIN));

    /**
     * The one decided last counts: a renewal takes effect when it is decided, and until then what was accepted before stands.
     *
     * @param declarations those of one person, or of one firm
     */
    static Independence of(List<IndependenceDeclaration> declarations, LocalDate day) {
        Optional<IndependenceDeclaration> last = declarations.stream()
                .filter(declaration -> declaration.decidedAt().isPresent())
                .max(BY_DECISION);
        if (last.isEmpty()) {
            return declarations.isEmpty() ? MISSING : PENDING;
        }
        if (last.get().state() == DeclarationState.REFUSED) {
            return REFUSED;
        }
        return last.get().validUntil().filter(until -> !day.isAfter(until)).isPresent() ? ACCEPTED : EXPIRED;
    }
}
