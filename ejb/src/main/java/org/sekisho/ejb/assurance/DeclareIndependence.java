package org.sekisho.ejb.assurance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.DeclaredThreat;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * What is declared about independence.
 *
 * @param person the auditor; empty for the firm's own declaration
 * @param threats empty when none is known
 */
public record DeclareIndependence(UUID engagement, Optional<UUID> person, List<DeclaredThreat> threats)
        implements Command {

    public DeclareIndependence {
        threats = List.copyOf(threats);
    }

    @Override
    public Subject subject() {
        return new Subject(Engagement.KIND, engagement);
    }
}
