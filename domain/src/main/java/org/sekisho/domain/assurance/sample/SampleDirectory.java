package org.sekisho.domain.assurance.sample;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Samples as pages show them, to the auditors of an open engagement and to nobody else. */
public interface SampleDirectory {

    /** The latest first; also sorted by {@code number}, {@code kind}, {@code method} and {@code state}. */
    Page<SampleRow> list(SampleFilter filter, PageRequest page);

    /** One sample; empty where it can't be seen. */
    Optional<SampleRow> find(UUID id);

    /** In the order of the draw; also sorted by {@code position}, {@code stratum}, {@code state} and {@code result}. */
    Page<SampleItemRow> items(SampleItemFilter filter, PageRequest page);

    /** One item; empty where it can't be seen. */
    Optional<SampleItemRow> findItem(UUID id);

    /** The strata in the order of their names. */
    List<StratumCount> strata(UUID sample);

    /**
     * The records of a population in the order of the list; also sorted by {@code position} and {@code stratum}.
     *
     * @param id the beginning of an id
     */
    Page<PopulationRow> population(UUID sample, Optional<String> stratum, Optional<String> id, PageRequest page);
}
