package org.sekisho.domain.agreement.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The grants that the asker may see. */
public interface AccessGrants {

    Optional<AccessGrant> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default AccessGrant require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Grants of this person in this role under this agreement that are waiting or active, locked until the transaction ends. */
    List<AccessGrant> openOf(UUID agreement, UUID person, Role role);

    /** Makes every other act that counts or changes the team of this agreement wait until the transaction ends. */
    void lockTeam(UUID agreement);

    /** Grants not yet ended whose last day lies before the given one. */
    List<AccessGrant> over(LocalDate today, int limit);

    /**
     * Adds a new grant.
     *
     * @throws Refusal with {@link GrantError#OVERLAPS} if one that is waiting or active covers a day of it
     */
    default void add(AccessGrant grant) {
        boolean overlaps = openOf(grant.agreement(), grant.person(), grant.role()).stream()
                .anyMatch(other -> other.organisation().equals(grant.organisation())
                        && other.overlaps(grant.firstDay(), grant.lastDay()));
        if (overlaps) {
            throw new Refusal(GrantError.OVERLAPS);
        }
        store(grant);
    }

    /** Stores a new grant; {@link #add} is what callers use. */
    void store(AccessGrant grant);
}
