package org.sekisho.domain.agreement.phase;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.agreement.clause.PlaybooksClause;

/** Counts what a phase was like, from the system's own records and with the reach that decisions have. */
public interface PhaseMeter {

    /**
     * What is counted.
     *
     * @param since when the phase began
     * @param people which training is required, and playbooks which are mandatory; empty where the agreement has no such clause
     */
    record Measured(
            UUID agreement,
            Instant since,
            Instant at,
            Optional<PeopleClause> people,
            Optional<PlaybooksClause> playbooks) {}

    /** The value; empty where the records don't give one. */
    OptionalLong measure(PhaseMeasure measure, Measured what);
}
