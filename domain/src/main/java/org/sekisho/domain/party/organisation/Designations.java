package org.sekisho.domain.party.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All designations of authority units; everyone signed in may see them. */
public interface Designations {

    Optional<Designation> find(UUID id);

    /** @throws org.sekisho.domain.shared.Refusal when there is none */
    Designation require(UUID id);

    /** All of a unit, the latest first day first. */
    List<Designation> of(UUID organisation);

    /** Whether a unit is designated on this day. */
    boolean holds(UUID organisation, LocalDate day);

    void add(Designation designation);
}
