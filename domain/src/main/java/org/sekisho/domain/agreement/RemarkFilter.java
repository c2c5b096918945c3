package org.sekisho.domain.agreement;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ClauseKind;

/**
 * Which comments or proposals of an agreement a list shows; what is empty doesn't narrow.
 *
 * @param version made on this version
 * @param clause on this clause
 * @param organisation of this party
 * @param states of proposals, any of these
 * @param words a part of the comment, or of a proposal's reason
 */
public record RemarkFilter(
        Optional<Integer> version,
        Optional<ClauseKind> clause,
        Optional<UUID> organisation,
        Set<ProposalState> states,
        Optional<String> words) {

    public RemarkFilter {
        states = Set.copyOf(states);
    }

    /** Every one. */
    public static RemarkFilter all() {
        return new RemarkFilter(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
    }

    /** Those on one version. */
    public static RemarkFilter on(int version) {
        return new RemarkFilter(Optional.of(version), Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
    }

    /** Those on one clause of one version. */
    public static RemarkFilter on(int version, ClauseKind clause) {
        return new RemarkFilter(
                Optional.of(version), Optional.of(clause), Optional.empty(), Set.of(), Optional.empty());
    }
}
