package org.sekisho.domain.report.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;

/** People of the actor's organisation as they would act for it, so that work can be given to them. */
public interface Colleagues {

    /** The most that are listed. */
    int MOST = 200;

    /** Somebody who could act, and what they are called. */
    record Colleague(Actor actor, String name, String email) {}

    /**
     * Somebody who can sign in and belongs to the organisation on this day; empty where there is nobody of that name.
     *
     * @param person id or address
     */
    Optional<Colleague> find(String person, UUID organisation, LocalDate day);

    /**
     * Who holds a place in this review for the organisation, or voted from one: also when they can't act for it any more.
     *
     * @param person id or address
     */
    Optional<UUID> holder(String person, UUID chain, UUID organisation);

    /** Everybody of the organisation who holds one of these roles there, by name, {@link #MOST} at most. */
    List<Colleague> holding(Set<Role> roles, UUID organisation, LocalDate day);
}
