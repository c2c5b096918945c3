package org.sekisho.domain.assurance.engagement;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** The team of an audit and its declarations of independence, narrowed and ordered as lists show them. */
public interface TeamDirectory {

    /** Places on the team, by id: in the order of assignment, also sorted by {@code name} and {@code released}. */
    Page<UUID> members(UUID engagement, Optional<Standing> standing, PageRequest page);

    /** Declarations, by id: the latest first, also sorted by {@code whose}, {@code state} and {@code valid}. */
    Page<UUID> declarations(UUID engagement, DeclarationFilter filter, PageRequest page);

    /** Whether somebody is on the team still. */
    enum Standing {
        ON_TEAM,
        RELEASED
    }

    /** Whose independence is declared. */
    enum Whose {
        FIRM,
        AUDITOR
    }

    /** Which declarations a list shows. What is empty doesn't narrow. */
    record DeclarationFilter(Set<DeclarationState> states, Optional<Whose> whose) {

        public DeclarationFilter {
            states = Set.copyOf(states);
        }
    }
}
