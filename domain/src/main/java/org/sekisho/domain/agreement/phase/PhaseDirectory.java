package org.sekisho.domain.agreement.phase;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Phases and evaluations as pages and packs read them. */
public interface PhaseDirectory {

    /**
     * The agreement's phases, the newest first. Sorts: {@code began}, {@code phase}.
     *
     * @param phase only the times in this one; empty for all
     */
    Page<PhaseRow> history(UUID agreement, Optional<Phase> phase, PageRequest page);

    /** The agreement's evaluations with their votes, the newest first. */
    List<EvaluationView> evaluations(UUID agreement);

    Optional<EvaluationView> find(UUID evaluation);
}
