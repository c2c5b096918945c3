package org.sekisho.domain.assurance.sample;

import java.util.UUID;
import org.sekisho.domain.assurance.Period;
import org.sekisho.proof.sample.PopulationList;

/** Lists the records that a population is made of. The caller has decided that the actor may sample them. */
public interface Populations {

    /**
     * Everything of the kind, listed in one statement, and counted by another path in the same snapshot.
     *
     * @param party the audited organisation
     */
    Counted list(PopulationKind kind, UUID agreement, UUID party, Period period);

    /**
     * A population, and the check that it is complete.
     *
     * @param counted how many there are by the other path: the trail, or for what is taken from the trail the signed log
     */
    record Counted(PopulationList list, long counted) {}
}
