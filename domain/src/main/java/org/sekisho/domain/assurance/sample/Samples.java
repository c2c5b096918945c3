package org.sekisho.domain.assurance.sample;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.proof.sample.PopulationItem;
import org.sekisho.proof.sample.PopulationList;

/** Keeps samples, their populations and their items. */
public interface Samples {

    Optional<Sample> find(UUID id);

    /** @throws Refusal {@code shared.not-found} */
    default Sample require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The next free number in the engagement, from 1; of two that ask at once, one is refused. */
    int nextNumber(UUID engagement);

    /** Keeps a sample with its population. */
    void add(Sample sample, PopulationList population);

    /** The population as it was frozen. */
    PopulationList population(UUID sample);

    /** One record of the population; empty where it isn't in it. */
    Optional<PopulationItem> inPopulation(UUID sample, UUID subject);

    Optional<SampleItem> findItem(UUID id);

    /** @throws Refusal {@code shared.not-found} */
    default SampleItem requireItem(UUID id) {
        return findItem(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Whether the record is in the sample already. */
    boolean holds(UUID sample, UUID subject);

    /** The next free position of a sample whose items are picked, from 1; of two that ask at once, one is refused. */
    int nextPosition(UUID sample);

    void addItems(List<SampleItem> items);

    /** What the item's test sheet says, sealed; empty before the first test. */
    Optional<SheetContent> content(UUID item);

    void add(SheetContent content);
}
