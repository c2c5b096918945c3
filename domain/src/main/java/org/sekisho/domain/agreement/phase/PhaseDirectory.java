package org.sekisho.domain.agreement.phase;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Phases and evaluations as pages and packs read them. */
public interface PhaseDirectory {

    /** The agreement's phases, the newest first: as many as were opened and stepped back, which is a handful. */
    List<PhaseRow> history(UUID agreement);

    /** The agreement's evaluations with their votes, the newest first. */
    List<EvaluationView> evaluations(UUID agreement);

    Optional<EvaluationView> find(UUID evaluation);
}
