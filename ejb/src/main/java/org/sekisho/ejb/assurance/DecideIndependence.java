package org.sekisho.ejb.assurance;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * A decision on a declaration of independence.
 *
 * @param reason needed when it is refused
 * @param authority where the owner records what this authority decided elsewhere; empty for one's own decision
 * @param reference the document of a decision taken elsewhere; else empty
 */
public record DecideIndependence(
        UUID engagement, UUID declaration, boolean accepted, String reason, Optional<UUID> authority, String reference)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject(Engagement.KIND, engagement);
    }
}
