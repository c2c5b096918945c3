package org.sekisho.ejb.agreement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Changes the draft of an agreement; what isn't named stays.
 *
 * @param title another title
 * @param written clauses to write, each in place of the one of its kind
 * @param dropped kinds of clauses to drop
 * @param acceding organisations to take in with this version
 * @param leaving acceding organisations to leave out of it
 * @param version the row's version that was read; another one now is a refusal
 */
public record EditDraft(
        UUID agreement,
        Optional<Words> title,
        List<Clause> written,
        Set<ClauseKind> dropped,
        List<UUID> acceding,
        List<UUID> leaving,
        Optional<Integer> version)
        implements Command {

    public EditDraft {
        written = List.copyOf(written);
        dropped = Set.copyOf(dropped);
        acceding = List.copyOf(acceding);
        leaving = List.copyOf(leaving);
    }

    @Override
    public Subject subject() {
        return new Subject("agreement", agreement);
    }
}
